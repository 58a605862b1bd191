/* What is run, swum or shot at is named by its length. */
#include "figure/quantity.h"

bool gm_names_contest(const gm_view *view, const gm_reading *r) {
  static const char *const contests[] = {"自由泳",   "仰泳",   "蛙泳", "蝶泳", "混合泳", "个人混合", "接力",
                                         "混合接力", "跑",     "短跑", "长跑", "赛跑",   "往返跑",   "折返跑",
                                         "栏",       "跨栏",   "竞走", "速滑", "短道",   "跳台",     "跳板",
                                         "气步枪",   "气手枪", "步枪", "手枪", "决赛",   "半决赛",   "预赛"};
  if (!gm_one_of(view->cp[r->unit_end - 1], u"米里")) return false;
  if (gm_view_match_before(view, r->start, "男子") || gm_view_match_before(view, r->start, "女子")) return true;
  for (size_t i = 0; i < sizeof contests / sizeof *contests; i++) {
    size_t length = gm_view_match(view, r->unit_end, contests[i]);
    if (length && !gm_one_of(view->cp[r->unit_end + length], u"道杆板")) return true; /* 400米跑道 */
  }
  return false;
}
