#include "protocol/input.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <msgpack.h>
#include <stdlib.h>

/* Longest method name looked for when a stream of msgpack is searched for its next message. */
#define METHOD_BYTES_MAX 31u
/* Integers that JSON's numbers hold exactly. */
#define EXACT_MAX 9007199254740991.0

struct gm_input {
  gm_wire wire;
  gm_buffer bytes;
  size_t start;              /* of the message being read */
  gm_frame frame;            /* of that message */
  bool seeking;              /* msgpack: looking for the next message; JSON: for the next line */
  size_t garbage;            /* bytes passed so since the last sound message */
  GM_ARRAY(gm_value) values; /* of the current message; reserved whole before it is filled */
  msgpack_zone zone;
  cJSON *json;
};

gm_input *gm_input_new(gm_wire wire) {
  gm_input *input = gm_alloc(sizeof *input);
  memset(input, 0, sizeof *input);
  input->wire = wire;
  msgpack_zone_init(&input->zone, MSGPACK_ZONE_CHUNK_SIZE);
  return input;
}

void gm_input_free(gm_input *input) {
  if (!input) return;
  cJSON_Delete(input->json);
  msgpack_zone_destroy(&input->zone);
  gm_array_free(&input->values);
  gm_array_free(&input->bytes);
  free(input);
}

char *gm_input_room(gm_input *input, size_t want) {
  if (input->start) {
    input->bytes.count -= input->start;
    memmove(input->bytes.items, input->bytes.items + input->start, input->bytes.count);
    input->start = 0;
  }
  gm_reserve(&input->bytes, input->bytes.count + want);
  return input->bytes.items + input->bytes.count;
}

void gm_input_filled(gm_input *input, size_t bytes) { input->bytes.count += bytes; }

bool gm_input_lost(const gm_input *input) { return input->garbage > GM_INPUT_GARBAGE_MAX; }

bool gm_input_partial(const gm_input *input) { return input->bytes.count > input->start; }

void gm_input_idle(gm_input *input) {
  if (input->values.capacity * sizeof(gm_value) > GM_INPUT_IDLE_BYTES) gm_array_free(&input->values);
  if (!gm_input_partial(input) && input->bytes.capacity > GM_INPUT_IDLE_BYTES) {
    gm_array_free(&input->bytes);
    input->start = 0;
  }
  msgpack_zone_clear(&input->zone);
  cJSON_Delete(input->json);
  input->json = NULL;
}

static bool damaged(gm_message *message, const char *code, const char *problem) {
  message->code = code;
  message->problem = problem;
  return true;
}

static bool over_limit(gm_message *message, gm_frame_status status) {
  switch (status) {
    case GM_FRAME_LONG: return damaged(message, "limit", "message longer than 64 MB");
    case GM_FRAME_DEEP: return damaged(message, "limit", "message nested deeper than 16");
    case GM_FRAME_MANY: return damaged(message, "limit", "message of more than 4194304 values");
    default: return damaged(message, "parse", "not a message");
  }
}

/* Values of the current message; the room was reserved, so addresses hold. */
static gm_value *take_values(gm_input *input, size_t count) {
  gm_value *values = input->values.items + input->values.count;
  input->values.count += count;
  return values;
}

/* A handle of Neovim: the body of its EXT is a msgpack integer. */
static bool handle_of(const char *body, size_t len, int64_t *handle) {
  const unsigned char *b = (const unsigned char *)body;
  if (!len) return false;
  size_t bytes = b[0] < 0x80 ? 0 : b[0] >= 0xCC && b[0] <= 0xCE ? (size_t)1 << (b[0] - 0xCC) : 9;
  if (len != 1 + bytes) return false;
  *handle = bytes ? 0 : b[0];
  for (size_t i = 1; i <= bytes; i++) *handle = *handle << 8 | b[i];
  return true;
}

static void from_msgpack(gm_input *input, const msgpack_object *object, gm_value *value) {
  *value = (gm_value){0};
  switch (object->type) {
    case MSGPACK_OBJECT_BOOLEAN:
      value->type = GM_VALUE_BOOLEAN;
      value->as.boolean = object->via.boolean;
      break;
    case MSGPACK_OBJECT_POSITIVE_INTEGER:
      value->type = object->via.u64 <= INT64_MAX ? GM_VALUE_INTEGER : GM_VALUE_FRACTION;
      value->as.integer = (int64_t)(object->via.u64 & INT64_MAX);
      break;
    case MSGPACK_OBJECT_NEGATIVE_INTEGER:
      value->type = GM_VALUE_INTEGER;
      value->as.integer = object->via.i64;
      break;
    case MSGPACK_OBJECT_FLOAT32:
    case MSGPACK_OBJECT_FLOAT64:
      value->type = GM_VALUE_FRACTION;
      if (object->via.f64 == floor(object->via.f64) && fabs(object->via.f64) <= EXACT_MAX) {
        value->type = GM_VALUE_INTEGER;
        value->as.integer = (int64_t)object->via.f64;
      }
      break;
    case MSGPACK_OBJECT_STR:
    case MSGPACK_OBJECT_BIN:
      value->type = GM_VALUE_TEXT;
      value->as.text = (gm_text){object->via.str.ptr, object->via.str.size};
      break;
    case MSGPACK_OBJECT_EXT:
      if (!handle_of(object->via.ext.ptr, object->via.ext.size, &value->as.integer)) break;
      value->type = GM_VALUE_INTEGER;
      break;
    case MSGPACK_OBJECT_ARRAY: {
      gm_value *items = take_values(input, object->via.array.size);
      value->type = GM_VALUE_ARRAY;
      value->count = object->via.array.size;
      value->as.items = items;
      for (uint32_t i = 0; i < value->count; i++) from_msgpack(input, &object->via.array.ptr[i], &items[i]);
      break;
    }
    case MSGPACK_OBJECT_MAP: {
      gm_value *items = take_values(input, 2 * (size_t)object->via.map.size);
      value->type = GM_VALUE_MAP;
      value->count = object->via.map.size;
      value->as.items = items;
      for (uint32_t i = 0; i < value->count; i++) {
        from_msgpack(input, &object->via.map.ptr[i].key, &items[2 * i]);
        from_msgpack(input, &object->via.map.ptr[i].val, &items[2 * i + 1]);
      }
      break;
    }
    default: break;
  }
}

static void from_json(gm_input *input, const cJSON *item, gm_value *value) {
  *value = (gm_value){0};
  if (cJSON_IsBool(item)) {
    value->type = GM_VALUE_BOOLEAN;
    value->as.boolean = cJSON_IsTrue(item);
  } else if (cJSON_IsNumber(item)) {
    bool whole = item->valuedouble == floor(item->valuedouble) && fabs(item->valuedouble) <= EXACT_MAX;
    value->type = whole ? GM_VALUE_INTEGER : GM_VALUE_FRACTION;
    if (whole) value->as.integer = (int64_t)item->valuedouble;
  } else if (cJSON_IsString(item)) {
    value->type = GM_VALUE_TEXT;
    value->as.text = (gm_text){item->valuestring, strlen(item->valuestring)};
  } else if (cJSON_IsArray(item) || cJSON_IsObject(item)) {
    bool map = cJSON_IsObject(item);
    uint32_t count = 0;
    for (const cJSON *child = item->child; child; child = child->next) count++;
    gm_value *items = take_values(input, map ? 2 * (size_t)count : count);
    value->type = map ? GM_VALUE_MAP : GM_VALUE_ARRAY;
    value->count = count;
    value->as.items = items;
    for (const cJSON *child = item->child; child; child = child->next) {
      if (map) *items++ = (gm_value){.type = GM_VALUE_TEXT, .as.text = {child->string, strlen(child->string)}};
      from_json(input, child, items++);
    }
  }
}

/* Takes method and params out of [method, map]; msgpack has its map in an array besides. */
static bool take_call(gm_message *message, const gm_value *method, const gm_value *params) {
  if (!method || method->type != GM_VALUE_TEXT) return damaged(message, "parse", "the method is not a string");
  message->method = method->as.text;
  if (params && params->type == GM_VALUE_ARRAY && params->count == 1) params = params->as.items;
  /* An empty map is an empty array in Lua. */
  if (params && (params->type == GM_VALUE_NIL || (params->type == GM_VALUE_ARRAY && !params->count))) params = NULL;
  if (params && params->type != GM_VALUE_MAP) return damaged(message, "params", "params is not one map");
  message->params = params;
  return true;
}

/* Could [type, (id,) method, …] begin at `p`? 1 yes, 0 no, -1 when it needs more bytes. Gives the id of a request. */
static int begins_message(const char *p, size_t len, gm_message *message) {
  const unsigned char *b = (const unsigned char *)p;
  if (len < 2) return len == 0 || b[0] == 0x94 || b[0] == 0x93 ? -1 : 0;
  if (!((b[0] == 0x94 && b[1] == 0) || (b[0] == 0x93 && b[1] == 2))) return 0;
  size_t at = 2;
  if (b[0] == 0x94) {
    if (len < 3) return -1;
    size_t bytes = b[2] < 0x80 ? 0 : b[2] == 0xCC ? 1 : b[2] == 0xCD ? 2 : b[2] == 0xCE ? 4 : 9;
    if (bytes == 9) return 0;
    if (len < 3 + bytes) return -1;
    uint32_t id = bytes ? 0 : b[2];
    for (size_t i = 0; i < bytes; i++) id = id << 8 | b[3 + i];
    message->has_id = true;
    message->id = id;
    at = 3 + bytes;
  }
  if (len <= at) return -1;
  size_t name = b[at] >= 0xA1 && b[at] <= 0xA0 + METHOD_BYTES_MAX ? b[at] - 0xA0u : 0;
  for (size_t i = 1; i <= name && at + i < len; i++)
    if (!((b[at + i] >= 'a' && b[at + i] <= 'z') || b[at + i] == '_')) return 0;
  return !name ? 0 : len <= at + name ? -1 : 1;
}

/* Passes garbage up to the next likely start; false when more bytes are needed. */
static bool seek(gm_input *input) {
  while (input->start < input->bytes.count) {
    gm_message ignored = {0};
    int found = begins_message(input->bytes.items + input->start, input->bytes.count - input->start, &ignored);
    if (found < 0) return false;
    if (found) {
      input->seeking = false;
      return true;
    }
    input->start++;
    input->garbage++;
  }
  return false;
}

static bool lose(gm_input *input) {
  input->seeking = true;
  input->start++;
  input->garbage++;
  input->frame = (gm_frame){0};
  return true;
}

static bool next_msgpack(gm_input *input, gm_message *message, bool *again) {
  if (input->seeking && !seek(input)) return false;
  const char *bytes = input->bytes.items + input->start;
  size_t len = input->bytes.count - input->start;
  if (!len) return false;
  unsigned char first = (unsigned char)bytes[0];
  if (first != 0x93 && first != 0x94) return damaged(message, "parse", "not a message of msgpack-RPC") && lose(input);
  gm_frame_status status = gm_frame_msgpack(&input->frame, bytes, len);
  if (status == GM_FRAME_MORE) {
    /* What cannot become a message is not waited for. */
    gm_message ignored = {0};
    if (len >= 2 && bytes[1] != 1 && !begins_message(bytes, len, &ignored))
      return damaged(message, "parse", "not a message of msgpack-RPC") && lose(input);
    return false;
  }
  gm_message head = {0};
  if (begins_message(bytes, len, &head)) {
    message->has_id = head.has_id;
    message->id = head.id;
  }
  if (status != GM_FRAME_COMPLETE) return over_limit(message, status) && lose(input);
  size_t size = input->frame.at, at = 0;
  size_t values = input->frame.values + 1;
  msgpack_object object;
  msgpack_zone_clear(&input->zone);
  if (msgpack_unpack(bytes, size, &at, &input->zone, &object) != MSGPACK_UNPACK_SUCCESS)
    return damaged(message, "parse", "not msgpack") && lose(input);
  input->values.count = 0;
  gm_reserve(&input->values, values);
  gm_value *root = take_values(input, 1);
  from_msgpack(input, &object, root);
  const gm_value *item = root->as.items;
  bool request = root->type == GM_VALUE_ARRAY && root->count == 4 && item->type == GM_VALUE_INTEGER &&
                 item->as.integer == 0 && item[1].type == GM_VALUE_INTEGER && item[1].as.integer >= 0 &&
                 item[1].as.integer <= UINT32_MAX;
  bool notification =
      root->type == GM_VALUE_ARRAY && root->count == 3 && item->type == GM_VALUE_INTEGER && item->as.integer == 2;
  bool response =
      root->type == GM_VALUE_ARRAY && root->count == 4 && item->type == GM_VALUE_INTEGER && item->as.integer == 1;
  if (!request && !notification && !response)
    return damaged(message, "parse", "not a message of msgpack-RPC") && lose(input);
  input->frame = (gm_frame){0};
  input->start += size;
  input->garbage = 0;
  *again = response; /* we ask nothing, so nothing is answered */
  if (response) return false;
  message->has_id = request;
  message->id = request ? (uint32_t)item[1].as.integer : 0;
  return take_call(message, &item[request ? 2 : 1], &item[request ? 3 : 2]);
}

/* The id of a line of JSON that cannot be parsed, from its first bytes. */
static void id_of_line(const char *line, size_t len, gm_message *message) {
  size_t at = 0;
  uint64_t id = 0;
  while (at < len && (line[at] == ' ' || line[at] == '[')) at++;
  size_t digits = at;
  while (at < len && at - digits < 10 && line[at] >= '0' && line[at] <= '9')
    id = id * 10 + (uint64_t)(line[at++] - '0');
  if (at == digits || at >= len || line[at] != ',' || id > UINT32_MAX) return;
  message->has_id = id != 0;
  message->id = (uint32_t)id;
}

static bool parse_line(gm_input *input, char *line, size_t len, gm_message *message) {
  size_t values;
  gm_frame_status status = gm_frame_check_json(line, len, &values);
  id_of_line(line, len, message);
  if (status != GM_FRAME_COMPLETE) return over_limit(message, status);
  cJSON_Delete(input->json);
  const char *parsed;
  /* The line break is part of the range, so that nothing but blanks may follow the value. */
  input->json = cJSON_ParseWithLengthOpts(line, len + 1, &parsed, false);
  while (input->json && parsed < line + len && (*parsed == ' ' || *parsed == '\r' || *parsed == '\t')) parsed++;
  if (!input->json || parsed != line + len) return damaged(message, "parse", "not JSON");
  input->values.count = 0;
  gm_reserve(&input->values, values + 1);
  gm_value *root = take_values(input, 1);
  from_json(input, input->json, root);
  const gm_value *call = root->type == GM_VALUE_ARRAY && root->count == 2 ? &root->as.items[1] : NULL;
  const gm_value *id = call ? root->as.items : NULL;
  if (!id || id->type != GM_VALUE_INTEGER || id->as.integer < 0 || id->as.integer > UINT32_MAX ||
      call->type != GM_VALUE_ARRAY || call->count < 1 || call->count > 2)
    return damaged(message, "parse", "not [id, [method, params]]");
  message->has_id = id->as.integer != 0;
  message->id = (uint32_t)id->as.integer;
  input->garbage = 0;
  return take_call(message, &call->as.items[0], call->count > 1 ? &call->as.items[1] : NULL);
}

static bool next_json(gm_input *input, gm_message *message) {
  for (;;) {
    char *line = input->bytes.items + input->start;
    size_t len = input->bytes.count - input->start;
    if (!len) return false;
    gm_frame_status status = gm_frame_line(&input->frame, line, len);
    size_t at = input->frame.at;
    if (status == GM_FRAME_MORE && !input->seeking) return false;
    bool sought = input->seeking;
    input->frame = (gm_frame){0};
    if (status != GM_FRAME_COMPLETE) {
      /* The line is too long: its rest is passed as it comes. */
      input->start += at;
      input->garbage += at;
      input->seeking = true;
      if (sought) return false;
      id_of_line(line, len, message);
      return over_limit(message, GM_FRAME_LONG);
    }
    input->start += at + 1;
    input->seeking = false;
    if (sought) continue;
    bool blank = true;
    for (size_t i = 0; i < at && blank; i++) blank = line[i] == ' ' || line[i] == '\r' || line[i] == '\t';
    if (!blank) return parse_line(input, line, at, message);
  }
}

bool gm_input_next(gm_input *input, gm_message *message) {
  bool found, again = false;
  do {
    memset(message, 0, sizeof *message);
    if (gm_input_lost(input)) return false;
    again = false;
    found = input->wire == GM_WIRE_JSON ? next_json(input, message) : next_msgpack(input, message, &again);
  } while (again);
  return found;
}
