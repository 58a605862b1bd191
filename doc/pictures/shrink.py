#!/usr/bin/env python3
"""shrink.py IN.png OUT.png: writes a picture of 8-bit RGB(A) with a palette: text of a few colours takes a third of the bytes so."""
import collections
import struct
import sys
import zlib

COLOURS = 64


def chunks(data):
    at = 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        yield kind, data[at + 8:at + 8 + size]
        at += size + 12


def rows(data):
    """The rows of the picture as lists of (r, g, b), the filters of PNG undone."""
    raw = b""
    for kind, body in chunks(data):
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            raw += body
    if depth != 8 or colour not in (2, 6):
        sys.exit("shrink.py: neither RGB nor RGBA of 8 bits")
    step = 3 if colour == 2 else 4
    raw, before, stride = zlib.decompress(raw), bytearray(width * step), width * step
    for y in range(height):
        kind, line = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for i in range(stride):
            left = line[i - step] if i >= step else 0
            up, corner = before[i], before[i - step] if i >= step else 0
            if kind == 1:
                line[i] = (line[i] + left) & 255
            elif kind == 2:
                line[i] = (line[i] + up) & 255
            elif kind == 3:
                line[i] = (line[i] + (left + up) // 2) & 255
            elif kind == 4:
                p = left + up - corner
                nearest = min((abs(p - left), 0, left), (abs(p - up), 1, up), (abs(p - corner), 2, corner))[2]
                line[i] = (line[i] + nearest) & 255
        before = line
        yield [tuple(line[x * step:x * step + 3]) for x in range(width)]


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def main():
    picture = list(rows(open(sys.argv[1], "rb").read()))
    counts = collections.Counter(pixel for row in picture for pixel in row)
    # The commonest colours, but none beside one that is taken: the steps of smoothed letters share theirs.
    palette = []
    for apart in (48, 24, 12, 0):
        for colour, _ in counts.most_common():
            if len(palette) == COLOURS:
                break
            if all(sum(abs(a - b) for a, b in zip(colour, taken)) > apart for taken in palette):
                palette.append(colour)
    place = {c: min(range(len(palette)), key=lambda i: sum((a - b) ** 2 for a, b in zip(c, palette[i]))) for c in counts}
    body = b"".join(b"\0" + bytes(place[pixel] for pixel in row) for row in picture)
    with open(sys.argv[2], "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n")
        out.write(chunk(b"IHDR", struct.pack(">IIBBBBB", len(picture[0]), len(picture), 8, 3, 0, 0, 0)))
        out.write(chunk(b"PLTE", bytes(value for colour in palette for value in colour)))
        out.write(chunk(b"IDAT", zlib.compress(body, 9)))
        out.write(chunk(b"IEND", b""))


main()
