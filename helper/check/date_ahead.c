/* What stands under a heading of what is to come (下季预告, 近期活动, 下一步安排) is told of days that lie ahead,
 * whatever its words: DT-04 says nothing of it. */
#include "check/draft.h"
#include "check/edition.h"
#include "check/families.h"

#define LINES_BACK 80u /* to the heading */

#define AHEAD                                                                                                                                                           \
  "预告 近期活动 近期安排 近期重点 近期工作 活动安排 活动预报 下一步 下步 下阶段 下一阶段 下周 下月 下季 下半年 下期 " \
  "明年 "                                                                                                                                                             \
  "来年 工作计划 活动计划 工作打算 打算 展望 活动日程 后续 即将 时间表 活动信息 今后"
#define LOOKED_BACK "完成情况 执行情况 落实情况 回顾 总结" /* 工作计划完成情况 */
/* 将办理下列活动：, 拟于近期开展以下工作： */
#define LISTS "下列 以下"
#define TO_DO "将举 将办 将开展 将组织 将推出 将陆续 将于 将在 将进行 将实施 将安排 拟 计划 预定 预计 定于 准备"
#define TOLD  "现将 通报 报告 汇报 公布"

static const gm_marker *marker_of(const gm_draft *draft, uint32_t line) {
  const gm_markers *m = &draft->markers[line];
  return m->count && m->items[0].byte <= draft->looks[line].indent + 3u && m->items[0].family != GM_FAMILY_NONE
             ? &m->items[0]
             : NULL;
}

/* How far a heading of the family stands from the body: a lower one is of an outer level. */
static unsigned level_of(const gm_marker *m) {
  if (!m) return 0;
  switch (m->family) {
    case GM_FAMILY_PART: return 1;
    case GM_FAMILY_CHAPTER: return 2;
    case GM_FAMILY_CLAUSE_SECTION:
    case GM_FAMILY_CAPITAL: return 3;
    case GM_FAMILY_HAN: return 4;
    case GM_FAMILY_HAN_PAREN: return 5;
    case GM_FAMILY_ARABIC: return 6;
    default: return 7;
  }
}

/* Does the sentence that ends the line have one of the words? */
static bool line_says(const gm_draft_check *check, uint32_t line, const char *words) {
  gm_text text = check->draft->lines[line];
  uint32_t at = (uint32_t)text.len;
  while (at && (text.ptr[--at] & 0xC0) == 0x80) {
  }
  return gm_sentence_says(check, line, at, words);
}

bool gm_lies_ahead(const gm_draft_check *check, uint32_t line) {
  const gm_draft *draft = check->draft;
  unsigned least = marker_of(draft, line) ? level_of(marker_of(draft, line)) : 8, items = least;
  for (uint32_t n = 0, at = line; at-- > 0 && n < LINES_BACK;) {
    if (!draft->looks[at].chars || !draft->classes[at].keep) continue;
    n++;
    const gm_marker *m = marker_of(draft, at);
    bool heading = gm_may_be_title(draft, at), colon = draft->looks[at].last == 0xFF1A || draft->looks[at].last == ':';
    if (m && level_of(m) < items) items = level_of(m);
    if (colon) { /* 将办理下列活动： over what is numbered */
      if (!m && items < 8 && line_says(check, at, LISTS) && line_says(check, at, TO_DO) && !line_says(check, at, TOLD))
        return true;
      continue;
    }
    if (!heading) continue;
    unsigned level = level_of(m);
    if (level >= least && least < 8 && m) continue; /* a sibling of what holds the line, or below one */
    if (level < least || !m) {
      if (line_says(check, at, AHEAD) && !line_says(check, at, LOOKED_BACK)) return true;
      least = level;
    }
    if (!level) return false;
  }
  return false;
}
