#include "protocol/writer.h"

#include <assert.h>
#include <msgpack.h>

#include "text/utf8.h"

void gm_writer_init(gm_writer *writer, gm_wire wire, gm_buffer *out) {
  memset(writer, 0, sizeof *writer);
  writer->out = out;
  writer->wire = wire;
}

static int add_packed(void *out, const char *bytes, size_t len) {
  gm_buffer_add(out, bytes, len);
  return 0;
}

static msgpack_packer packer_of(gm_writer *writer) {
  msgpack_packer packer;
  msgpack_packer_init(&packer, writer->out, add_packed);
  return packer;
}

static void put(gm_writer *writer, char c) { gm_buffer_add(writer->out, &c, 1); }

/* Writes what JSON wants between the value before and this one. */
static void begin_value(gm_writer *writer) {
  if (writer->wire != GM_WIRE_JSON || !writer->depth) return;
  size_t top = writer->depth - 1;
  if (writer->open[top].map && !writer->open[top].key)
    put(writer, ':');
  else if (!writer->open[top].first)
    put(writer, ',');
}

/* Counts the value just written; closes every container that it completes. */
static void end_value(gm_writer *writer) {
  while (writer->depth) {
    size_t top = writer->depth - 1;
    writer->open[top].first = false;
    writer->open[top].key = !writer->open[top].key;
    if (--writer->open[top].left) return;
    if (writer->wire == GM_WIRE_JSON) put(writer, writer->open[top].map ? '}' : ']');
    writer->depth--;
  }
}

static void open_container(gm_writer *writer, bool map, size_t items) {
  begin_value(writer);
  if (writer->wire == GM_WIRE_JSON) {
    put(writer, map ? '{' : '[');
    if (!items) put(writer, map ? '}' : ']');
  } else {
    msgpack_packer packer = packer_of(writer);
    if (map)
      msgpack_pack_map(&packer, items);
    else
      msgpack_pack_array(&packer, items);
  }
  if (!items) {
    end_value(writer);
    return;
  }
  assert(writer->depth < GM_WRITER_DEPTH);
  writer->open[writer->depth].left = map ? items * 2 : items;
  writer->open[writer->depth].map = map;
  writer->open[writer->depth].key = map;
  writer->open[writer->depth].first = true;
  writer->depth++;
}

void gm_write_map(gm_writer *writer, size_t pairs) { open_container(writer, true, pairs); }

void gm_write_array(gm_writer *writer, size_t items) { open_container(writer, false, items); }

/* The short escape of an ASCII character that JSON does not take as it is; 'u' for the long form, 0 for none. */
static char escape_of(unsigned char c) {
  switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\b': return 'b';
    case '\f': return 'f';
    default: return c < 0x20 || c == 0x7F ? 'u' : 0;
  }
}

static void write_json_string(gm_buffer *out, gm_text text) {
  const char *p = text.len ? text.ptr : "", *end = p + text.len, *plain = p;
  gm_buffer_add(out, "\"", 1);
  while (p < end) {
    unsigned char c = (unsigned char)*p;
    char escape = c < 0x80 ? escape_of(c) : 0;
    uint32_t codepoint = c;
    size_t len = c < 0x80 ? 1 : gm_utf8_decode(p, end, &codepoint);
    bool invalid = c >= 0x80 && len == 1;
    if (escape || invalid) {
      gm_buffer_add(out, plain, (size_t)(p - plain));
      if (invalid)
        gm_buffer_codepoint(out, GM_REPLACEMENT);
      else if (escape == 'u')
        gm_buffer_format(out, "\\u%04x", (unsigned)c);
      else
        gm_buffer_add(out, (char[2]){'\\', escape}, 2);
      plain = p + len;
    }
    p += len;
  }
  gm_buffer_add(out, plain, (size_t)(p - plain));
  gm_buffer_add(out, "\"", 1);
}

void gm_write_text(gm_writer *writer, gm_text text) {
  begin_value(writer);
  if (writer->wire == GM_WIRE_JSON) {
    write_json_string(writer->out, text);
  } else {
    msgpack_packer packer = packer_of(writer);
    msgpack_pack_str(&packer, text.len);
    msgpack_pack_str_body(&packer, text.ptr, text.len);
  }
  end_value(writer);
}

void gm_write_string(gm_writer *writer, const char *string) {
  gm_write_text(writer, (gm_text){string, strlen(string)});
}

static void write_digits(gm_buffer *out, int64_t integer) {
  char digits[20];
  size_t at = sizeof digits;
  uint64_t left = integer < 0 ? (uint64_t)0 - (uint64_t)integer : (uint64_t)integer;
  do digits[--at] = (char)('0' + left % 10);
  while (left /= 10);
  if (integer < 0) digits[--at] = '-';
  gm_buffer_add(out, digits + at, sizeof digits - at);
}

void gm_write_integer(gm_writer *writer, int64_t integer) {
  begin_value(writer);
  if (writer->wire == GM_WIRE_JSON) {
    write_digits(writer->out, integer);
  } else {
    msgpack_packer packer = packer_of(writer);
    msgpack_pack_int64(&packer, integer);
  }
  end_value(writer);
}

void gm_write_boolean(gm_writer *writer, bool boolean) {
  begin_value(writer);
  if (writer->wire == GM_WIRE_JSON) {
    gm_buffer_string(writer->out, boolean ? "true" : "false");
  } else {
    msgpack_packer packer = packer_of(writer);
    if (boolean)
      msgpack_pack_true(&packer);
    else
      msgpack_pack_false(&packer);
  }
  end_value(writer);
}

void gm_write_nil(gm_writer *writer) {
  begin_value(writer);
  if (writer->wire == GM_WIRE_JSON) {
    gm_buffer_string(writer->out, "null");
  } else {
    msgpack_packer packer = packer_of(writer);
    msgpack_pack_nil(&packer);
  }
  end_value(writer);
}

void gm_write_raw(gm_writer *writer, gm_text value) {
  begin_value(writer);
  gm_buffer_text(writer->out, value);
  end_value(writer);
}
