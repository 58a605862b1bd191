#include "client.h"

#include <errno.h>
#include <msgpack.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* How long an answer may take before the test fails: far more than it should, for slow machines and sanitizers. */
#define PATIENCE_MS 20000

const char *client_helper;
gm_wire client_wire;

client *client_start(void) {
  int to[2], from[2];
  assert_int_equal(pipe(to), 0);
  assert_int_equal(pipe(from), 0);
  client *c = gm_alloc(sizeof *c);
  *c = (client){.wire = client_wire};
  c->pid = fork();
  assert_true(c->pid >= 0);
  if (!c->pid) {
    dup2(to[0], 0);
    dup2(from[1], 1);
    close(to[0]);
    close(to[1]);
    close(from[0]);
    close(from[1]);
    execl(client_helper, client_helper, "serve", client_wire == GM_WIRE_JSON ? "--wire=json" : "--wire=msgpack",
          (char *)NULL);
    _exit(127);
  }
  close(to[0]);
  close(from[1]);
  c->in = to[1];
  c->out = from[0];
  return c;
}

int client_end(client *c) {
  int status;
  if (c->in >= 0) close(c->in);
  assert_int_equal(waitpid(c->pid, &status, 0), c->pid);
  close(c->out);
  gm_array_free(&c->heard);
  free(c);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void client_send(client *c, const void *bytes, size_t len) {
  const char *p = bytes;
  while (len) {
    ssize_t wrote = write(c->in, p, len);
    if (wrote < 0 && (errno == EINTR)) continue;
    if (wrote < 0 && errno == EPIPE) return; /* it ended; the test sees its exit code */
    assert_true(wrote > 0);
    p += wrote;
    len -= (size_t)wrote;
  }
}

static void write_value(gm_writer *w, const cJSON *value) {
  if (cJSON_IsObject(value) || cJSON_IsArray(value)) {
    size_t count = (size_t)cJSON_GetArraySize(value);
    if (cJSON_IsObject(value))
      gm_write_map(w, count);
    else
      gm_write_array(w, count);
    const cJSON *child;
    cJSON_ArrayForEach(child, value) {
      if (cJSON_IsObject(value)) gm_write_string(w, child->string);
      write_value(w, child);
    }
  } else if (cJSON_IsString(value)) {
    gm_write_string(w, value->valuestring);
  } else if (cJSON_IsNumber(value)) {
    gm_write_integer(w, (int64_t)value->valuedouble);
  } else if (cJSON_IsBool(value)) {
    gm_write_boolean(w, cJSON_IsTrue(value));
  } else {
    gm_write_nil(w);
  }
}

void client_call_json(client *c, unsigned id, const char *method, const cJSON *params) {
  gm_buffer out = {0};
  gm_writer w;
  gm_writer_init(&w, c->wire, &out);
  if (c->wire == GM_WIRE_JSON) {
    gm_write_array(&w, 2);
    gm_write_integer(&w, id);
    gm_write_array(&w, 2);
    gm_write_string(&w, method);
    write_value(&w, params);
    gm_buffer_add(&out, "\n", 1);
  } else {
    gm_write_array(&w, id ? 4 : 3);
    gm_write_integer(&w, id ? 0 : 2);
    if (id) gm_write_integer(&w, id);
    gm_write_string(&w, method);
    gm_write_array(&w, 1);
    write_value(&w, params);
  }
  client_send(c, out.items, out.count);
  gm_array_free(&out);
}

void client_call(client *c, unsigned id, const char *method, const char *params, ...) {
  gm_buffer text = {0};
  char small[4096];
  va_list args;
  va_start(args, params);
  int len = vsnprintf(small, sizeof small, params, args);
  va_end(args);
  assert_true(len >= 0 && (size_t)len < sizeof small);
  for (int i = 0; i < len; i++)
    if (small[i] == '\'') small[i] = '"';
  gm_buffer_add(&text, small, (size_t)len);
  cJSON *json = cJSON_ParseWithLength(text.items, text.count);
  assert_non_null(json);
  client_call_json(c, id, method, json);
  cJSON_Delete(json);
  gm_array_free(&text);
}

static cJSON *from_msgpack(const msgpack_object *o) {
  switch (o->type) {
    case MSGPACK_OBJECT_BOOLEAN: return cJSON_CreateBool(o->via.boolean);
    case MSGPACK_OBJECT_POSITIVE_INTEGER: return cJSON_CreateNumber((double)o->via.u64);
    case MSGPACK_OBJECT_NEGATIVE_INTEGER: return cJSON_CreateNumber((double)o->via.i64);
    case MSGPACK_OBJECT_STR: {
      char *text = gm_alloc(o->via.str.size + 1);
      memcpy(text, o->via.str.ptr, o->via.str.size);
      text[o->via.str.size] = 0;
      cJSON *json = cJSON_CreateString(text);
      free(text);
      return json;
    }
    case MSGPACK_OBJECT_ARRAY: {
      cJSON *json = cJSON_CreateArray();
      for (uint32_t i = 0; i < o->via.array.size; i++) cJSON_AddItemToArray(json, from_msgpack(&o->via.array.ptr[i]));
      return json;
    }
    case MSGPACK_OBJECT_MAP: {
      cJSON *json = cJSON_CreateObject();
      for (uint32_t i = 0; i < o->via.map.size; i++) {
        char key[64];
        snprintf(key, sizeof key, "%.*s", (int)o->via.map.ptr[i].key.via.str.size, o->via.map.ptr[i].key.via.str.ptr);
        cJSON_AddItemToObject(json, key, from_msgpack(&o->via.map.ptr[i].val));
      }
      return json;
    }
    default: return cJSON_CreateNull();
  }
}

/* The wire's own envelope as the common form; takes `message`. */
static cJSON *common_form(client *c, cJSON *message) {
  cJSON *form = cJSON_CreateObject(), *first = cJSON_GetArrayItem(message, 0);
  if (c->wire == GM_WIRE_JSON && cJSON_IsNumber(first)) {
    cJSON *result = cJSON_DetachItemFromArray(message, 1), *error = cJSON_GetObjectItem(result, "error");
    cJSON_AddNumberToObject(form, "id", first->valuedouble);
    if (error)
      cJSON_AddStringToObject(form, "error", cJSON_GetObjectItem(error, "code")->valuestring);
    else
      cJSON_AddItemToObject(form, "result", result);
    if (error) cJSON_Delete(result);
  } else if (c->wire == GM_WIRE_MSGPACK && first->valueint == 1) {
    cJSON *error = cJSON_GetArrayItem(message, 2);
    cJSON_AddNumberToObject(form, "id", cJSON_GetArrayItem(message, 1)->valuedouble);
    if (cJSON_IsString(error)) {
      char code[32] = "";
      sscanf(error->valuestring, "%31[a-z]:", code);
      cJSON_AddStringToObject(form, "error", code);
    } else {
      cJSON_AddItemToObject(form, "result", cJSON_DetachItemFromArray(message, 3));
    }
  } else {
    /* ["call", function, [method, map]] or [2, "nvim_call_function", [function, [method, map]]] */
    cJSON *arguments = cJSON_GetArrayItem(message, 2);
    if (c->wire == GM_WIRE_MSGPACK) arguments = cJSON_GetArrayItem(arguments, 1);
    assert_int_equal(cJSON_GetArraySize(arguments), 2);
    cJSON_AddItemToObject(form, "map", cJSON_DetachItemFromArray(arguments, 1));
    cJSON_AddItemToObject(form, "push", cJSON_DetachItemFromArray(arguments, 0));
  }
  cJSON_Delete(message);
  return form;
}

/* Takes one message off what was heard; NULL when it is not whole. */
static cJSON *take_message(client *c) {
  size_t used = 0;
  cJSON *message = NULL;
  if (c->wire == GM_WIRE_JSON) {
    char *end = c->heard.count ? memchr(c->heard.items, '\n', c->heard.count) : NULL;
    if (!end) return NULL;
    used = (size_t)(end - c->heard.items) + 1;
    message = cJSON_ParseWithLength(c->heard.items, used);
    assert_non_null(message);
  } else {
    msgpack_unpacked unpacked;
    msgpack_unpacked_init(&unpacked);
    msgpack_unpack_return result = msgpack_unpack_next(&unpacked, c->heard.items, c->heard.count, &used);
    assert_true(result == MSGPACK_UNPACK_SUCCESS || result == MSGPACK_UNPACK_CONTINUE);
    if (result == MSGPACK_UNPACK_SUCCESS) message = from_msgpack(&unpacked.data);
    msgpack_unpacked_destroy(&unpacked);
    if (!message) return NULL;
  }
  if (used > c->longest) c->longest = used;
  c->heard.count -= used;
  memmove(c->heard.items, c->heard.items + used, c->heard.count);
  return common_form(c, message);
}

static long now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

cJSON *client_hear(client *c, int ms) {
  long until = now_ms() + ms;
  for (;;) {
    cJSON *message = take_message(c);
    if (message) return message;
    long left = until - now_ms();
    struct pollfd fd = {c->out, POLLIN, 0};
    if (left < 0 || poll(&fd, 1, (int)left) <= 0) return NULL;
    gm_reserve(&c->heard, c->heard.count + 65536);
    ssize_t got = read(c->out, c->heard.items + c->heard.count, 65536);
    if (got <= 0) return NULL;
    c->heard.count += (size_t)got;
  }
}

cJSON *client_answer(client *c, unsigned id) {
  for (;;) {
    cJSON *message = client_hear(c, PATIENCE_MS);
    assert_non_null(message);
    const cJSON *its = cJSON_GetObjectItem(message, "id");
    if (its && its->valuedouble == id) return message;
    cJSON_Delete(message);
  }
}

cJSON *client_pushed(client *c, const char *method) {
  for (;;) {
    cJSON *message = client_hear(c, PATIENCE_MS);
    assert_non_null(message);
    const cJSON *push = cJSON_GetObjectItem(message, "push");
    cJSON *map = push && !strcmp(push->valuestring, method) ? cJSON_DetachItemFromObject(message, "map") : NULL;
    cJSON_Delete(message);
    if (map) return map;
  }
}

void client_silent(client *c, int ms) {
  cJSON *message = client_hear(c, ms);
  if (!message) return;
  char *text = cJSON_PrintUnformatted(message);
  fail_msg("heard %s", text);
}

long client_memory(const client *c, const char *what) {
  char path[64], line[256], name[32];
  long kb = -1, value;
  snprintf(path, sizeof path, "/proc/%d/status", (int)c->pid);
  FILE *file = fopen(path, "r");
  while (file && fgets(line, sizeof line, file))
    if (sscanf(line, "%31[^:]: %ld", name, &value) == 2 && !strcmp(name, what)) kb = value;
  if (file) fclose(file);
  return kb;
}

long client_integer(const cJSON *map, const char *key) {
  const cJSON *item = cJSON_GetObjectItem(map, key);
  assert_true(cJSON_IsNumber(item));
  return (long)item->valuedouble;
}

void client_expect_error(client *c, unsigned id, const char *code) {
  cJSON *answer = client_answer(c, id);
  const cJSON *error = cJSON_GetObjectItem(answer, "error");
  assert_non_null(error);
  assert_string_equal(error->valuestring, code);
  cJSON_Delete(answer);
}
