/* The groups of tests; each gives the number that failed. */
#ifndef GM_TESTS_GROUPS_H
#define GM_TESTS_GROUPS_H

int test_sync(void);
int test_request(void);
int test_damage(void);
int test_load(void);
int test_dismiss(void);
int test_configure(void);

#endif
