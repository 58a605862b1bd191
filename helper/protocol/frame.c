#include "protocol/frame.h"

/* What a first byte announces: the bytes of its header, and what follows. */
typedef struct head {
  uint8_t header; /* bytes with the first one; 0 = no value begins so */
  uint8_t length; /* of these, the last `length` bytes are a big-endian count */
  uint8_t per;    /* values per count (1 array, 2 map), 0 when the count is of bytes */
  uint8_t body;   /* bytes that follow besides: the type of an EXT and its fixed body */
} head;

/* C0 to DF; the rest is regular. */
static const head heads[32] = {
    {1, 0, 0, 0}, {0, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 0, 0},                /* nil, never used, false, true */
    {2, 1, 0, 0}, {3, 2, 0, 0}, {5, 4, 0, 0},                              /* bin */
    {2, 1, 0, 1}, {3, 2, 0, 1}, {5, 4, 0, 1},                              /* ext */
    {1, 0, 0, 4}, {1, 0, 0, 8},                                            /* float */
    {1, 0, 0, 1}, {1, 0, 0, 2}, {1, 0, 0, 4}, {1, 0, 0, 8},                /* uint */
    {1, 0, 0, 1}, {1, 0, 0, 2}, {1, 0, 0, 4}, {1, 0, 0, 8},                /* int */
    {1, 0, 0, 2}, {1, 0, 0, 3}, {1, 0, 0, 5}, {1, 0, 0, 9}, {1, 0, 0, 17}, /* fixext */
    {2, 1, 0, 0}, {3, 2, 0, 0}, {5, 4, 0, 0},                              /* str */
    {3, 2, 1, 0}, {5, 4, 1, 0},                                            /* array */
    {3, 2, 2, 0}, {5, 4, 2, 0},                                            /* map */
};

/* Counts a value that is complete, and those that it completes; true at the end of the message. */
static bool finish_value(gm_frame *frame) {
  while (frame->depth) {
    if (--frame->left[frame->depth - 1]) return false;
    frame->depth--;
  }
  return true;
}

gm_frame_status gm_frame_msgpack(gm_frame *frame, const char *bytes, size_t len) {
  for (;;) {
    if (frame->skip) {
      size_t step = frame->skip < len - frame->at ? frame->skip : len - frame->at;
      frame->at += step;
      frame->skip -= step;
      if (frame->skip) return GM_FRAME_MORE;
      if (finish_value(frame)) return GM_FRAME_COMPLETE;
    }
    if (frame->at >= len) return GM_FRAME_MORE;
    unsigned char first = (unsigned char)bytes[frame->at];
    head h = {1, 0, 0, 0};
    size_t count = 0;
    if (first >= 0xC0 && first < 0xE0) {
      h = heads[first - 0xC0];
      if (!h.header) return GM_FRAME_BROKEN;
      if (len - frame->at < h.header) return GM_FRAME_MORE;
      for (unsigned i = h.header - h.length; i < h.header; i++)
        count = count << 8 | (unsigned char)bytes[frame->at + i];
    } else if (first >= 0x80 && first < 0xA0) {
      h.per = first < 0x90 ? 2 : 1;
      count = first & 15;
    } else if (first >= 0xA0 && first < 0xC0) {
      count = first & 31;
    }
    frame->at += h.header;
    if (h.per) {
      count *= h.per;
      if (count > GM_FRAME_VALUES_MAX - frame->values) return GM_FRAME_MANY;
      frame->values += count;
      if (count) {
        if (frame->depth == GM_FRAME_DEPTH_MAX) return GM_FRAME_DEEP;
        frame->left[frame->depth++] = count;
        continue;
      }
    } else {
      frame->skip = count + h.body;
      if (frame->skip > GM_FRAME_BYTES_MAX || frame->at > GM_FRAME_BYTES_MAX - frame->skip) return GM_FRAME_LONG;
      if (frame->skip) continue;
    }
    if (finish_value(frame)) return GM_FRAME_COMPLETE;
  }
}

gm_frame_status gm_frame_line(gm_frame *frame, const char *bytes, size_t len) {
  const char *line_break = memchr(bytes + frame->at, '\n', len - frame->at);
  frame->at = line_break ? (size_t)(line_break - bytes) : len;
  if (frame->at > GM_FRAME_BYTES_MAX) return GM_FRAME_LONG;
  return line_break ? GM_FRAME_COMPLETE : GM_FRAME_MORE;
}

/* The four hex digits at `p`, -1 when they are none. */
static int32_t hex4(const char *p, const char *end) {
  int32_t value = 0;
  if (end - p < 4) return -1;
  for (int i = 0; i < 4; i++) {
    char c = p[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
    if (digit < 0) return -1;
    value = value << 4 | digit;
  }
  return value;
}

/* Mends the escape whose backslash is at `p`; gives the character after it. */
static char *mend_escape(char *p, const char *end) {
  int32_t unit = end - p > 5 && p[1] == 'u' ? hex4(p + 2, end) : -1;
  if (unit == 0) memcpy(p + 2, "000a", 4);
  if (unit >= 0xD800 && unit < 0xDC00 && end - p > 11 && p[6] == '\\' && p[7] == 'u') {
    int32_t low = hex4(p + 8, end);
    if (low >= 0xDC00 && low < 0xE000) return p + 12;
  }
  if (unit >= 0xD800 && unit < 0xE000) memcpy(p + 2, "fffd", 4);
  return end - p > 2 ? p + 2 : p + (end - p);
}

gm_frame_status gm_frame_check_json(char *line, size_t len, size_t *values) {
  size_t depth = 0, count = 1;
  bool quoted = false;
  for (char *p = line, *end = line + len; p < end;) {
    char c = *p;
    if (quoted && c == '\\') {
      p = mend_escape(p, end);
      continue;
    }
    p++;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '[' || c == '{') {
      count++;
      if (++depth > GM_FRAME_DEPTH_MAX) return GM_FRAME_DEEP;
    } else if (c == ',' || c == ':') {
      count++;
    } else if ((c == ']' || c == '}') && depth) {
      depth--;
    }
    if (count > GM_FRAME_VALUES_MAX) return GM_FRAME_MANY;
  }
  *values = count;
  return GM_FRAME_COMPLETE;
}
