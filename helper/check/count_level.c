/* CNT-07: levels counted against the chain before them: 县—乡—村三级, 市、县、乡、村四级, 省市县三级. */
#include "check/families.h"
#include "check/list.h"

#define ITEM_CHARS 6u
#define DASH       0x2014u

/* Levels of one character each, told without marks. */
#define SINGLE "国省市州县区乡镇村组户校院系班厅局处科司"
/* The ends of levels that a list parted by 、 names. */
#define LEVEL_ENDS                                                                                                                                               \
  "国 国家 中央 省 市 地 州 县 区 乡 镇 街道 镇街 乡镇 镇 村 社区 组 户 网格 楼栋 单元 片区 校 院 系 班 年级 班级 局 " \
  "科 所 站 部 处 公司 车间 班组 工段 支部 总支 党委 党支部 党总支 党小组 小组 集团 总部 岗位 家庭"
/* What is graded, not made up of levels. */
#define GRADED \
  "医院 手术 甲等 地震 风 响应 伤残 残疾 警报 预警 职称 标准 公路 水 文物 保护 运动员 以上 以下 别 ， 。 、"

/* Words that no name ends in. */
#define LEADS "建立 构建 健全 完善 形成 打造 建成 贯通 压实 落实 实行 联动 由 从 对 的 和 及 在 为 到 经"

static bool is_dash(const gm_view *view, size_t i) {
  return view->cp[i] == DASH || gm_one_of(view, i, "→－") || view->cp[i] == '-';
}

/* The items parted by dashes that end at `end`; 0 when there are fewer than three. *from gets where they begin. */
static unsigned chained(const gm_view *view, size_t end, size_t *from) {
  unsigned items = 0;
  size_t i = end;
  for (;;) {
    size_t stop = i;
    while (i && view->cls[i - 1] & GM_HAN && stop - i <= ITEM_CHARS) i--;
    if (i == stop || stop - i > ITEM_CHARS) break;
    items++;
    *from = i;
    size_t dash = i;
    while (dash && is_dash(view, dash - 1) && i - dash < 2) dash--;
    if (dash == i || !dash || !(view->cls[dash - 1] & GM_HAN)) break;
    i = dash;
  }
  return items >= 3 ? items : 0;
}

/* 省市县三级. With a name or 全 before it (某省县乡两级, 全国市县两级) the first may be the end of that. */
static unsigned single_levels(const gm_view *view, size_t end, int64_t said, size_t *from) {
  unsigned n = 0;
  while (n < end && gm_one_of(view, end - n - 1, SINGLE)) n++;
  *from = end - n;
  bool named = *from && view->cls[*from - 1] & GM_HAN && !gm_words_before(view, *from, LEADS);
  return n >= 3 && !(named && (int64_t)n == said + 1) ? n : 0;
}

static unsigned listed(const gm_view *view, size_t end, size_t *from) {
  gm_list list;
  gm_list_before(view, 0, end, &list);
  if (list.too_long || list.open || list.joints || list.count < 3) return 0;
  for (unsigned n = 0; n < list.count; n++)
    if (list.end[n] - list.start[n] > (n ? ITEM_CHARS : 2 * ITEM_CHARS) ||
        !gm_words_before(view, list.end[n], LEVEL_ENDS))
      return 0;
  /* The clause before may hold the first of them. */
  if (list.start[0] && gm_one_before(view, list.start[0], "，") &&
      gm_words_at(view, list.start[0], LEVEL_ENDS) == list.end[0] - list.start[0])
    return 0;
  *from = list.start[0];
  /* 从总部到省、市、县: the first item holds two */
  size_t to = gm_find_word(view, list.start[0] + 1, list.end[0], "到 至");
  return list.count + (to != SIZE_MAX && gm_words_before(view, to, LEVEL_ENDS) != 0);
}

void gm_check_levels(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (!i || !(view->cls[i - 1] & (GM_NUMERAL | GM_DIGIT))) return;
  size_t number = gm_number_before(view, i), end = number;
  gm_numeral numeral;
  if (i - number != 1 || gm_numeral_read(view, number, &numeral) != 1) return;
  int64_t said = numeral.value.digits;
  size_t behind = i + 1 + gm_one_of(view, i + 1, "”"); /* 县—乡—村“三级”网格 */
  if (said < 2 || gm_words_at(view, behind, GRADED) || !(view->cls[behind] & GM_HAN)) return;
  if (gm_one_before(view, end, "“”")) end--;
  size_t from = end;
  unsigned count = chained(view, end, &from);
  if (!count) count = listed(view, end, &from);
  if (!count) count = single_levels(view, end, said, &from);
  if (!count || !gm_is_miscounted(said, count)) return;
  gm_report_line(check, number, i + 1);
  gm_say(check->out, check->language, "“%s”：前面列出%u项（%s），不是%lld项",
         "“%s”: %u listed before it (%s), not %lld", gm_quote_line(view, number, i + 1).text, count,
         gm_quote_line(view, from, end).text, (long long)said);
  gm_relate(check->out, (gm_position){0, view->raw_at[from]}, (gm_position){0, gm_raw_end(view, end)},
            check->language == GM_ENGLISH ? "the list" : "列举");
}
