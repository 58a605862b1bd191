/* Lines to make drafts of at random: each is there for a way in which one line changes what others are. */
#ifndef GM_TESTS_VOCABULARY_H
#define GM_TESTS_VOCABULARY_H

#include "text/array.h"

static const char *const vocabulary[] = {
    "",
    "一、打牢基础",
    "二、压实责任",
    "三、抓好落实",
    "四、存在的问题",
    "（一）完善制度",
    "（二）配强队伍",
    "（三）用好平台",
    "1.逐项登记。登记以后按月核对。",
    "2.按月通报。通报以后限期改正。",
    "第一章 总则",
    "第二章 职责",
    "第一条 为规范管理，制定本办法。",
    "第二条 本办法适用于全镇各村。",
    "附件1：任务分工表",
    "# 全年工作总结",
    "## 主要做法",
    "【前言】",
    "一是建立台账。二是定期调度。三是严格考核。",
    "二是定期调度。四是严格考核，一是再来一次。",
    "重点抓好四个方面：一是学习，二是宣讲，三是检查。",
    "首先统一思想，其次明确任务，最后抓好落实。",
    "全年共办理提案30件，其中已办结12件、正在办理10件、列入计划9件。",
    "参会代表共120人，其中女代表48人，占40.50%。",
    "共走访农户231户，发放物资300余万元，同比增长8.2%。",
    "截至年底，全镇共办理群众来信来访361件，办结率逐月提高。",
    "综治中心牵头，全镇共办理群众来信来访316件。",
    "全镇共办理群众来信来访361件的做法",
    "会议于2024年2月30日召开，2023年9月31日结束。",
    "实现“五个提升”，推进「三项行动」，形成《两个办法》。",
    "近二个月来，截止目前已有近400余人报名。",
    "机(ji)关(guan)党(dang)建(jian)工(gong)作(zuo)扎(zha)实(shi)推(tui)进(jin)，成(cheng)效(xiao)明(ming)显(xian)。",
    "一(yi)是(shi)抓(zhua)学(xue)习(xi)。二(er)是(shi)抓(zhua)落(luo)实(shi)。",
    "赓(gēng)续传统，砥(dǐ)砺前行。",
    "```",
    "~~~",
    "| 项目 | 数量 |",
    "|---|---|",
    "| 道路 | 3 |",
    "发布时间：2024-03-05 来源：镇政府办 浏览：128",
    "当前位置：首页 > 工作动态 > 正文",
    "上一篇：春耕备耕",
    "打印本页 关闭窗口",
    "二〇二四年三月五日",
    "各村（社区）、各站所：",
    "现将有关事项通知如下。",
    "全镇机关干部深入一线，逐户走访，了解群众所思所盼，帮助解决实际困难。",
    "English words and 中文 mixed, with 3 items;",
    "　　开头有全角空格的一段。",
    "\t开头有制表符的一段，包含１２３和45％。",
    "\xff\xfe 坏字节\xe4\xb8 也要留着",
    "，。！？；：",
    "（（（（《《《《““““",
    "一、二、三、四、五、",
    "笫三，锟斤拷",
};
#define VOCABULARY (sizeof vocabulary / sizeof *vocabulary)

/* xorshift64*: the same draws everywhere. */
static inline uint32_t draw(uint64_t *seed, uint32_t below) {
  *seed ^= *seed >> 12;
  *seed ^= *seed << 25;
  *seed ^= *seed >> 27;
  return (uint32_t)((*seed * 0x2545F4914F6CDD1Du) >> 33) % below;
}

static inline gm_text draw_line(uint64_t *seed) {
  const char *line = vocabulary[draw(seed, VOCABULARY)];
  return (gm_text){line, strlen(line)};
}

/* Where the next edit is: mostly near the one before, sometimes anywhere; mostly small. */
typedef struct drawn_edit {
  size_t first, last, count;
} drawn_edit;

#define EDIT_LINES_MAX 12

static inline drawn_edit draw_edit(uint64_t *seed, size_t lines) {
  drawn_edit e;
  e.first = draw(seed, (uint32_t)lines + 1);
  size_t room = lines - e.first;
  bool large = draw(seed, 8) == 0;
  e.last = e.first + (room ? draw(seed, (uint32_t)(room < 3                         ? room
                                                   : large && room > EDIT_LINES_MAX ? EDIT_LINES_MAX
                                                                                    : 2) +
                                            1)
                           : 0);
  e.count = draw(seed, large ? EDIT_LINES_MAX : 3);
  if (lines > 90 && e.count > e.last - e.first) e.count = e.last - e.first;
  return e;
}

#endif
