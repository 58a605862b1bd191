/* XR-03: which batch, round or census the title is of: 关于公布第四批名录的通知 over 现将第三批名录予以公布; which of
 * the things that were made: 第300台起重机交付 over 第200台起重机装船启运. */
#include <string.h>

#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"
#include "check/link.h"

#define REACH_LINES 30u /* below the title: what is told farther down may be of another */

/* Words that say of an event that the draft is about it. */
static const char *const leads[] = {"现将", "现就", "公布", "举办", "召开", "开展", "组织", "组织开展", "做好", "抓好",
                                    "启动", "申报", "评选", "评审", "印发", "命名", "确定", "推荐",     "完成", NULL};

static bool is_told_of(gm_text line, const gm_figure *f) {
  for (const char *const *w = leads; *w; w++)
    if (gm_reads_before(line, f->start, *w)) return true;
  return false;
}

/* 第四批, 第三次: an ordinal of what comes again and again. Of 第十二届 and its like cross_numbered.c tells. */
static bool comes_again(gm_text line, const gm_figure *f) {
  static const char *const units[] = {"批", "次", "轮", "期", NULL};
  if (f->kind != GM_FIGURE_ORDINAL || !gm_reads(line, f->start, "第")) return false;
  for (const char *const *w = units; *w; w++)
    if (gm_reads(line, f->number_end, *w)) return true;
  return false;
}

/* The ordinal below the title that is of the same thing and the one before or behind it, when none is that of the
 * title; its line in *at. */
static const gm_figure *other_below(const gm_draft_check *check, uint32_t title, const gm_figure *told, uint32_t *at) {
  const gm_draft *draft = check->draft;
  const gm_figure *found = NULL;
  for (uint32_t line = title + 1; line < draft->count && line - title <= REACH_LINES; line++) {
    if (!draft->classes[line].keep || !(check->kinds[line] & GM_KIND(ORDINAL))) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      if (!comes_again(draft->lines[line], f) || !gm_comparable(f, told) ||
          !gm_same_object(draft->lines[title], told, draft->lines[line], f))
        continue;
      int64_t off = f->value.digits - told->value.digits;
      if (!off) return NULL;
      if (found || (off != 1 && off != -1) || !is_told_of(draft->lines[line], f) ||
          gm_tells_of_another(check, line, f->end, false))
        continue;
      found = f;
      *at = line;
    }
  }
  return found;
}

#define NAME_BYTES   9u /* of three characters behind both: 起重机 */
#define BEFORE_BYTES 30u
#define FIRST_LINES  4u /* of the text, that tell what the title is about */

/* 第300台, 第一百家: one of many that were made or came. */
static bool is_one_of_many(gm_text line, const gm_figure *f) {
  static const char *const units[] = {"台", "辆", "架", "艘", "家", "座", "个", "列",
                                      "颗", "枚", "套", "例", "位", "名", NULL};
  return f->kind == GM_FIGURE_ORDINAL && gm_reads(line, f->start, "第") && gm_reads_one(line, f->number_end, units);
}

/* The one in the first lines below the title of the same name behind it, when all of them have one number and that is
 * another. */
static const gm_figure *other_of_many(const gm_draft_check *check, uint32_t title, const gm_figure *told,
                                      uint32_t *at) {
  static const char *const before[] = {"继", "此前", "去年", "上一", "此后", "之后", "继续", "从", NULL};
  const gm_draft *draft = check->draft;
  const gm_text head = draft->lines[title];
  const gm_figure *found = NULL;
  unsigned seen = 0;
  for (uint32_t line = title + 1; line < draft->count; line++) {
    if (!draft->classes[line].keep || !draft->looks[line].chars) continue;
    seen++;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i];
      const gm_text text = draft->lines[line];
      if (!is_one_of_many(text, f) || f->unit != told->unit || told->end + NAME_BYTES > head.len ||
          f->end + NAME_BYTES > text.len || memcmp(head.ptr + told->end, text.ptr + f->end, NAME_BYTES))
        continue;
      if (!gm_decimal_compare(f->value, told->value)) return NULL;
      uint32_t from = f->start > BEFORE_BYTES ? f->start - BEFORE_BYTES : 0;
      if (gm_reads_within(text, from, f->start, before) || (found && gm_decimal_compare(found->value, f->value)))
        return NULL;
      if (found || seen > FIRST_LINES) continue;
      found = f;
      *at = line;
    }
  }
  return found;
}

void gm_check_title_ordinals(gm_draft_check *check, uint32_t title) {
  for (uint32_t i = 0; i < check->figures[title].count; i++) {
    const gm_figure *told = &check->figures[title].items[i];
    uint32_t line = 0;
    const gm_text head = check->draft->lines[title];
    const gm_figure *f = comes_again(head, told)      ? other_below(check, title, told, &line)
                         : is_one_of_many(head, told) ? other_of_many(check, title, told, &line)
                                                      : NULL;
    if (!f) continue;
    gm_report_figure(check, line, f);
    gm_say(check->out, check->language, "标题为“%s”，正文为“%s”", "the title says “%s”, the text “%s”",
           gm_quote_raw(check->draft->lines[title], told->start, told->end).text,
           gm_quote_raw(check->draft->lines[line], f->start, f->end).text);
    gm_relate_figure(check, title, told, "标题", "the title");
  }
}
