/* What a client holds, and the operations on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "client.h"

static const char *const names[3] = {"outline", "figures", "diagnostics"};

void held_init(held *h) {
  *h = (held){.outlined = -1};
  for (int list = 0; list < 3; list++) h->rows[list] = cJSON_CreateArray();
}

void held_free(held *h) {
  for (int list = 0; list < 3; list++) cJSON_Delete(h->rows[list]);
}

static void add(cJSON *row, int column, long n) {
  cJSON *item = cJSON_GetArrayItem(row, column);
  assert_true(cJSON_IsNumber(item));
  cJSON_SetNumberValue(item, item->valuedouble + (double)n);
}

static void shift_row(cJSON *row, int list, long n) {
  add(row, 0, n);
  add(row, 2, n);
  for (int column = 7; list == 2 && column <= 8; column++) {
    cJSON *place;
    cJSON_ArrayForEach(place, cJSON_GetArrayItem(row, column)) {
      add(place, 0, n);
      add(place, 2, n);
    }
  }
}

/* The first place of `row`, or of one in it, by n bytes where it lies on `line`. */
static void slide_place(cJSON *place, int line, long n) {
  if (cJSON_GetArrayItem(place, 0)->valueint == line) add(place, 1, n);
  if (cJSON_GetArrayItem(place, 2)->valueint == line) add(place, 3, n);
}

static void slide_row(cJSON *row, int list, long n) {
  int line = cJSON_GetArrayItem(row, 0)->valueint;
  slide_place(row, line, n);
  if (list == 0) add(row, 4, n);
  for (int column = 7; list == 2 && column <= 8; column++) {
    cJSON *place;
    cJSON_ArrayForEach(place, cJSON_GetArrayItem(row, column)) slide_place(place, line, n);
  }
}

static long argument(const cJSON *op, int index) {
  const cJSON *item = cJSON_GetArrayItem(op, index);
  assert_true(cJSON_IsNumber(item));
  return (long)item->valuedouble;
}

/* Arrays of cJSON are linked lists: rows are taken out and put back through a plain array. */
static void apply_op(cJSON **rows, int list, const cJSON *op) {
  const char *kind = cJSON_GetArrayItem(op, 0)->valuestring;
  long a = argument(op, 1), b = argument(op, 2), size = cJSON_GetArraySize(*rows);
  assert_true(a >= 0 && b >= 0 && a <= size);
  if (!strcmp(kind, "splice")) {
    cJSON *fresh = cJSON_CreateArray(), *row;
    assert_true(a + b <= size);
    for (long i = 0; i < a; i++) cJSON_AddItemToArray(fresh, cJSON_DetachItemFromArray(*rows, 0));
    for (long i = 0; i < b; i++) cJSON_DeleteItemFromArray(*rows, 0);
    cJSON_ArrayForEach(row, cJSON_GetArrayItem(op, 3)) cJSON_AddItemToArray(fresh, cJSON_Duplicate(row, true));
    while ((*rows)->child) cJSON_AddItemToArray(fresh, cJSON_DetachItemFromArray(*rows, 0));
    cJSON_Delete(*rows);
    *rows = fresh;
  } else if (!strcmp(kind, "shift") || !strcmp(kind, "slide")) {
    assert_true(b > a && b <= size);
    cJSON *row = cJSON_GetArrayItem(*rows, (int)a);
    for (long i = a; i < b; i++, row = row->next)
      (!strcmp(kind, "shift") ? shift_row : slide_row)(row, list, argument(op, 3));
  } else {
    assert_string_equal(kind, "patch");
    assert_true(a < size);
    cJSON *value = cJSON_Duplicate(cJSON_GetArrayItem(op, 3), true);
    assert_true(cJSON_ReplaceItemInArray(cJSON_GetArrayItem(*rows, (int)a), (int)b, value));
  }
}

void held_apply(held *h, const cJSON *published) {
  long serial = client_integer(published, "serial");
  if (serial == 1) {
    held_free(h);
    held_init(h);
  }
  assert_int_equal(serial, h->serial + 1);
  h->serial = serial;
  h->tick = client_integer(published, "tick");
  for (int list = 0; list < 3; list++) {
    cJSON *op;
    cJSON_ArrayForEach(op, cJSON_GetObjectItem(published, names[list])) apply_op(&h->rows[list], list, op);
  }
  if (cJSON_IsTrue(cJSON_GetObjectItem(published, "outlined"))) {
    assert_true(cJSON_IsTrue(cJSON_GetObjectItem(published, "more")));
    assert_int_equal(cJSON_GetArraySize(h->rows[1]) + cJSON_GetArraySize(h->rows[2]), 0);
    h->outlined = cJSON_GetArraySize(h->rows[0]);
  }
}

void held_until(held *h, client *c, long buffer, long tick) {
  for (bool whole = false; !whole;) {
    cJSON *published = client_pushed(c, "published");
    if (client_integer(published, "buffer") == buffer) {
      held_apply(h, published);
      whole = h->tick == tick && cJSON_IsFalse(cJSON_GetObjectItem(published, "more"));
    }
    cJSON_Delete(published);
  }
}

void held_expect_same(const held *a, const held *b) {
  for (int list = 0; list < 3; list++) {
    char *x = cJSON_PrintUnformatted(a->rows[list]), *y = cJSON_PrintUnformatted(b->rows[list]);
    assert_string_equal(x, y);
    free(x);
    free(y);
  }
}
