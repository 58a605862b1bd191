/* DT-05 over a draft: 自2011年首次举办以来，每年一届，今年已是第十三届, and the draft is of 2024. */
#include "check/dates.h"
#include "check/draft.h"
#include "check/families.h"

#define CONTEXT 80u /* characters of the sentence before 第十三届 */

#define YEARLY "每年一届 一年一届 每年举办一届 每年举行一届"
#define BEGUN  "首次 首届 第一届 创办 举办 举行 开办 创设 设立 起 以来 开始"

/* 因疫情停办两届: what makes fewer of them than years. */
static const char *const interrupted[] = {"疫情", "停办",   "暂停",   "停赛", "停了", "取消", "延期", "推迟",
                                          "隔年", "中断过", "间断过", "补办", "缺",   "除",   NULL};

/* The only year told before the ordinal in its sentence, of a beginning: 自2011年首次举办; NULL when there is none. */
static const gm_figure *first_year(const gm_draft_check *check, uint32_t line, const gm_figure *ordinal) {
  const gm_figure *found = NULL;
  const gm_figures *figures = &check->figures[line];
  for (uint32_t i = 0; i < figures->count && figures->items + i < ordinal; i++) {
    const gm_figure *f = &figures->items[i];
    if (!f->date.year || f->sentence != ordinal->sentence) continue;
    if (found) return NULL;
    found = f;
  }
  if (!found || found->roles & GM_ROLE_TITLE) return NULL;
  uint32_t behind[4];
  size_t count = gm_context_behind(check->draft->lines[line], found->end, behind, 4);
  return gm_word_list_in(check->words, behind, count, BEGUN) ? found : NULL;
}

/* Does the sentence say that there is one each year, and then 今年, right before the ordinal? */
static bool is_yearly(const gm_draft_check *check, uint32_t line, const gm_figure *ordinal) {
  uint32_t text[CONTEXT];
  size_t n = gm_context_before(check->draft->lines[line], ordinal->start, text, CONTEXT);
  const uint32_t *before = text + CONTEXT - n;
  size_t yearly = gm_word_list_first(check->words, before, n, YEARLY);
  if (yearly == SIZE_MAX) return false;
  size_t today = gm_word_list_first(check->words, before + yearly, n - yearly, "今年");
  if (today == SIZE_MAX) return false;
  for (size_t at = yearly + today + 2; at < n;) {
    size_t word = gm_word_list_in(check->words, before + at, n - at, "已经 已 是 为 举办 迎来 的 办到 到 了 这 正是");
    if (!word) return false;
    at += word;
  }
  return true;
}

void gm_check_editions(gm_draft_check *check) {
  unsigned now = 0; /* most drafts have no such sentence */
  for (uint32_t line = 0; (line = gm_next_line(check, line, GM_KIND(ORDINAL))) < check->draft->count; line++) {
    gm_text text = check->draft->lines[line];
    if (!check->draft->classes[line].keep || !(check->kinds[line] & (GM_KIND(YEAR) | GM_KIND(DATE)))) continue;
    for (uint32_t i = 0; i < check->figures[line].count; i++) {
      const gm_figure *f = &check->figures[line].items[i], *first;
      if (f->kind != GM_FIGURE_ORDINAL || !gm_reads(text, f->number_end, "届") || !is_yearly(check, line, f) ||
          gm_reads_within(text, 0, text.len, interrupted) || !(first = first_year(check, line, f)))
        continue;
      if (!now && !(now = gm_date_of_draft(check).date.year)) return;
      if (first->date.year >= now) continue;
      unsigned due = now - first->date.year + 1;
      if (f->value.digits == due) continue;
      gm_report_figure(check, line, f);
      gm_say(check->out, check->language, "%u-%u+1=%u，文中为%s", "%u - %u + 1 = %u, the text says %s", now,
             first->date.year, due, gm_quote_figure(check->draft, line, f).text);
      gm_relate_figure(check, line, first, "起始年份", "the year it began");
    }
  }
}
