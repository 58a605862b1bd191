#include "draft.h"

#include <stdbool.h>

#define COUNT(list)        (sizeof(list) / sizeof *(list))
#define FIGURES_A_SENTENCE 4

static const char *const openings[] = {"紧扣全年目标任务", "面对复杂多变的形势",   "在各方大力支持下",
                                       "坚持问题导向",     "围绕群众急难愁盼",     "按照年初部署",
                                       "立足岗位职责",     "着眼长远发展",         "针对薄弱环节",
                                       "结合季节特点",     "充分发挥联席会议作用", "本着节俭务实的精神"};
static const char *const verbs[] = {"扎实推进", "统筹抓好", "持续深化", "不断完善", "认真落实", "稳步扩大",
                                    "着力破解", "全面梳理", "及时更新", "主动对接", "有效盘活", "逐项销号"};
static const char *const objects[] = {"水利设施管护",     "校园食堂改造",   "社区养老服务", "农产品冷链建设",
                                      "门诊预约流程",     "档案数字化",     "河道清淤",     "青年人才引进",
                                      "老旧小区加装电梯", "实验室安全管理", "公交线网优化", "图书流动服务",
                                      "林下经济",         "家庭医生签约",   "窗口服务规范", "防汛物资储备"};
static const char *const results[] = {
    "取得了阶段性成效",   "得到群众普遍好评",   "为下一步工作打下基础", "形成了齐抓共管的局面", "办事时间明显缩短",
    "堵住了管理上的漏洞", "把好事办到了心坎上", "经验在全市范围推广",   "设备完好率保持稳定",   "各项指标好于预期"};
static const char *const joints[] = {"，", "，并", "，同时", "，使", "；", "，从而", "，进而"};
static const char *const units[] = {"场", "件", "人次", "户", "名", "项", "个", "处", "份", "台"};
static const char *const nouns[] = {"培训讲座", "信访事项", "志愿者",   "帮扶对象", "技术骨干",
                                    "整改问题", "监测点位", "调研报告", "办公设备", "便民站点"};
static const char *const kinds[] = {"第一季度", "上半年", "下半年", "线上", "线下", "市直单位", "乡镇", "街道"};
/* Two of these name a place, so that hardly any two sentences speak of the same one. */
static const char *const syllables[] = {"青", "禾", "丰", "泽", "临", "江", "安", "宁", "石", "桥", "柳", "林",
                                        "平", "阳", "永", "和", "长", "岭", "南", "溪", "东", "湖", "新", "华",
                                        "云", "山", "白", "沙", "龙", "泉", "凤", "岗", "清", "河", "高", "原"};
static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

uint32_t draft_random(uint64_t *state, uint32_t limit) {
  uint64_t x = *state;
  x ^= x << 13, x ^= x >> 7, x ^= x << 17;
  *state = x;
  return (uint32_t)((x >> 32) % limit);
}

static const char *pick(uint64_t *state, const char *const *list, size_t count) {
  return list[draft_random(state, (uint32_t)count)];
}
#define PICK(list) pick(state, list, COUNT(list))

static void clause(gm_buffer *out, uint64_t *state) {
  gm_buffer_string(out, PICK(verbs));
  gm_buffer_string(out, PICK(objects));
  if (draft_random(state, 3) == 0) {
    gm_buffer_string(out, PICK(joints));
    gm_buffer_string(out, PICK(results));
  }
}

static void place(gm_buffer *out, uint64_t *state) {
  gm_buffer_format(out, "%s%s%s", PICK(syllables), PICK(syllables), draft_random(state, 2) ? "镇" : "街道");
}

/* 共…其中…、…: a total that is the sum of its parts. */
static void sum(gm_buffer *out, uint64_t *state) {
  uint32_t a = 10 + draft_random(state, 400), b = 10 + draft_random(state, 400), c = 10 + draft_random(state, 400);
  size_t at = draft_random(state, COUNT(units));
  place(out, state);
  gm_buffer_format(out, "共完成%s%u%s，其中%s%u%s、%s%u%s、其他%u%s", PICK(nouns), a + b + c, units[at], PICK(kinds), a,
                   units[at], PICK(kinds), b, units[at], c, units[at]);
}

/* 现有…其中…占…%, rounded as a writer would. */
static void share(gm_buffer *out, uint64_t *state) {
  uint32_t whole = 100 + draft_random(state, 900), part = 1 + draft_random(state, whole);
  uint32_t basis = (part * 100000 / whole + 5) / 10;
  place(out, state);
  gm_buffer_format(out, "现有职工%u人，其中技术人员%u人，占%u.%02u%%", whole, part, basis / 100, basis % 100);
}

static void single(gm_buffer *out, uint64_t *state) {
  place(out, state);
  gm_buffer_format(out, "投入资金%u.%u万元，新增%s%u%s", draft_random(state, 900), 1 + draft_random(state, 9),
                   PICK(nouns), 2 + draft_random(state, 3000), PICK(units));
}

static void sentence(gm_buffer *out, uint64_t *state) {
  gm_buffer_string(out, PICK(openings));
  gm_buffer_string(out, "，");
  uint32_t clauses = 1 + draft_random(state, 4);
  for (uint32_t i = 0; i < clauses; i++) {
    if (i) gm_buffer_string(out, PICK(joints));
    clause(out, state);
  }
  uint32_t figure = draft_random(state, 9);
  if (figure < 3) gm_buffer_string(out, "，");
  if (figure == 0) sum(out, state);
  if (figure == 1) share(out, state);
  if (figure == 2) single(out, state);
  gm_buffer_string(out, "。");
}

static void paragraph(gm_buffer *out, uint64_t *state, bool inline_run) {
  uint32_t sentences = 2 + draft_random(state, 7);
  for (uint32_t i = 0; i < sentences; i++) {
    if (inline_run && i < COUNT(numerals)) {
      gm_buffer_format(out, "%s是", numerals[i]);
      clause(out, state);
      gm_buffer_string(out, "。");
    }
    sentence(out, state);
  }
  gm_buffer_string(out, "\n");
}

void draft_make(gm_buffer *out, size_t bytes, uint64_t seed) {
  uint64_t random = seed * 2 + 0x9E3779B97F4A7C15u, *state = &random;
  uint32_t top = 0, second = 0, third = 0;
  while (out->count < bytes) {
    switch (draft_random(state, 8)) {
      case 0:
        if (second == 0 || top == COUNT(numerals)) gm_buffer_string(out, "年度工作总结\n"), top = 0;
        gm_buffer_format(out, "%s、", numerals[top++]);
        clause(out, state);
        gm_buffer_string(out, "\n");
        second = third = 0;
        break;
      case 1:
        gm_buffer_format(out, "（%s）", numerals[second++ % COUNT(numerals)]);
        clause(out, state);
        gm_buffer_string(out, "\n");
        third = 0;
        break;
      case 2:
        gm_buffer_format(out, "%u. ", ++third);
        paragraph(out, state, false);
        break;
      case 3: paragraph(out, state, true); break;
      default: paragraph(out, state, false);
    }
  }
}

void draft_make_figures(gm_buffer *out, size_t figures, uint64_t seed) {
  uint64_t random = seed * 2 + 0x9E3779B97F4A7C15u, *state = &random;
  for (size_t made = 0; made < figures; made += FIGURES_A_SENTENCE) {
    gm_buffer_string(out, PICK(openings));
    gm_buffer_string(out, "，");
    sum(out, state);
    gm_buffer_string(out, made % (8 * FIGURES_A_SENTENCE) == 0 ? "。\n" : "。");
  }
  gm_buffer_string(out, "\n");
}
