/* Exact decimals and intervals. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "numeral/decimal.h"

#define D(digits, scale) ((gm_decimal){INT64_C(digits), scale})
#define BIG              INT64_C(999999999999999999)

static void expect(gm_decimal value, const char *want) {
  gm_buffer out = {0};
  gm_decimal_write(value, &out);
  assert_int_equal(out.count, strlen(want));
  assert_memory_equal(out.items, want, out.count);
  gm_array_free(&out);
}

static void writes_printed_zeros(void **state) {
  (void)state;
  expect(D(9040, 2), "90.40");
  expect(D(-3, 0), "-3");
  expect(D(5, 1), "0.5");
  expect(D(-5, 3), "-0.005");
  expect(D(0, 0), "0");
  expect(D(0, 2), "0.00");
  expect(gm_decimal_of(-BIG), "-999999999999999999");
}

static void adds_and_multiplies_exactly(void **state) {
  (void)state;
  gm_decimal out;
  assert_true(gm_decimal_add(D(1635, 2), D(2, 1), &out));
  expect(out, "16.55");
  assert_true(gm_decimal_subtract(D(1, 0), D(25, 2), &out));
  expect(out, "0.75");
  assert_true(gm_decimal_multiply(D(-15, 1), D(20, 1), &out));
  expect(out, "-3.00");
  assert_true(gm_decimal_multiply(D(100000000000, 0), D(1, 18), &out));
  expect(out, "0.000000100000000000");
  assert_true(gm_decimal_multiply(D(1000000000000000, 9), D(1000000000, 9), &out));
  assert_int_equal(gm_decimal_compare(out, gm_decimal_of(1000000)), 0);
}

static void says_when_a_result_does_not_fit(void **state) {
  (void)state;
  gm_decimal out = D(7, 0);
  assert_false(gm_decimal_add(gm_decimal_of(BIG), gm_decimal_of(1), &out));
  assert_false(gm_decimal_multiply(gm_decimal_of(BIG), gm_decimal_of(BIG), &out));
  assert_false(gm_decimal_multiply(D(1, 18), D(1, 1), &out));
  assert_false(gm_decimal_shift(gm_decimal_of(1), 18, &out));
  assert_false(gm_decimal_shift(gm_decimal_of(1), -19, &out));
  assert_false(gm_decimal_shift(gm_decimal_of(1), 100, &out));
  assert_false(gm_decimal_divide(gm_decimal_of(1), gm_decimal_of(0), 2, &out));
  assert_false(gm_decimal_divide(gm_decimal_of(BIG), D(1, 18), 0, &out));
  expect(out, "7");
}

static void shifts_by_powers_of_ten(void **state) {
  (void)state;
  gm_decimal out;
  assert_true(gm_decimal_shift(D(163, 1), 4, &out));
  expect(out, "163000");
  assert_true(gm_decimal_shift(D(163, 1), -2, &out));
  expect(out, "0.163");
  assert_true(gm_decimal_shift(D(31274, 1), 0, &out));
  expect(out, "3127.4");
  assert_true(gm_decimal_shift(D(0, 0), 40, &out));
  expect(out, "0");
}

static void divides_half_up(void **state) {
  (void)state;
  static const struct {
    int64_t a, b;
    int scale;
    const char *want;
  } rows[] = {{20800, 231, 2, "90.04"},
              {1, 3, 4, "0.3333"},
              {2, 3, 0, "1"},
              {1, 2, 0, "1"},
              {-1, 2, 0, "-1"},
              {5, 8, 2, "0.63"},
              {0, 9, 1, "0.0"},
              {1, 1, 17, "1.00000000000000000"},
              {BIG, 1, 0, "999999999999999999"}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    gm_decimal out;
    assert_true(gm_decimal_divide(gm_decimal_of(rows[i].a), gm_decimal_of(rows[i].b), rows[i].scale, &out));
    expect(out, rows[i].want);
  }
  gm_decimal out;
  assert_true(gm_decimal_divide(D(12345, 4), D(5, 1), 1, &out));
  expect(out, "2.5");
}

static void compares_across_scales(void **state) {
  (void)state;
  assert_int_equal(gm_decimal_compare(D(9040, 2), D(904, 1)), 0);
  assert_true(gm_decimal_compare(D(9004, 2), D(904, 1)) < 0);
  assert_true(gm_decimal_compare(gm_decimal_of(BIG), D(BIG, 18)) > 0);
  assert_true(gm_decimal_compare(gm_decimal_of(-BIG), D(-BIG, 18)) < 0);
  expect(gm_decimal_trim(D(90400, 3)), "90.4");
  expect(gm_decimal_trim(D(3000, 0)), "3000");
}

static void intervals_meet_unless_a_gap_parts_them(void **state) {
  (void)state;
  gm_interval closed = {gm_decimal_of(1), gm_decimal_of(2), false, false};
  gm_interval open = {gm_decimal_of(2), gm_decimal_of(3), true, true};
  gm_interval touching = gm_interval_exact(D(20, 1));
  assert_false(gm_interval_meet(closed, open));
  assert_false(gm_interval_meet(open, closed));
  assert_true(gm_interval_meet(closed, touching));
  assert_false(gm_interval_meet(open, touching));
  assert_false(gm_interval_meet(closed, gm_interval_exact(D(21, 1))));
  assert_true(gm_interval_meet(closed, gm_interval_exact(D(15, 1))));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(writes_printed_zeros),
      cmocka_unit_test(adds_and_multiplies_exactly),
      cmocka_unit_test(says_when_a_result_does_not_fit),
      cmocka_unit_test(shifts_by_powers_of_ten),
      cmocka_unit_test(divides_half_up),
      cmocka_unit_test(compares_across_scales),
      cmocka_unit_test(intervals_meet_unless_a_gap_parts_them),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
