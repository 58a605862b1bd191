/* CNT-05: persons, documents and themes named beside their number. */
#include "check/families.h"
#include "check/link.h"
#include "check/list.h"

#define NAMED_MAX  40 /* more are not named one by one */
#define RARE_CHARS 3  /* of a name with a rare surname, among others; one of two stands between longer ones */
#define NOUN_CHARS 10 /* from a number to the bracket, colon or 分别是 behind its noun */

#define SURNAMES                                                                                                                                                                \
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔" \
  "谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温康施文牛樊葛邢安齐易"    \
  "乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴"    \
  "蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戈岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边"    \
  "卞姬仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封匡鞠惠荆冀郁胥储原栗燕楚鄢劳谌奚粟蔺楼盘闻"

#define DOUBLE_SURNAMES "欧阳 司马 上官 诸葛 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 东方 南宫 长孙 宇文 端木"

/* Titles that stand before a name or behind it. */
#define TITLES                                                                                                                                                     \
  "书记 主任 校长 院长 局长 处长 科长 部长 厅长 司长 省长 市长 县长 区长 镇长 乡长 村长 所长 站长 馆长 队长 组长 "     \
  "班长 "                                                                                                                                                        \
  "会长 理事长 董事长 秘书长 团长 园长 主席 主编 总编 总经理 经理 教授 副教授 讲师 教师 老师 医生 医师 护士 护士长 " \
  "工程师 研究员 院士 博士 硕士 同志 同学 学生 党员 委员 代表 律师 法官 检察官 民警 警官 干事 科员 职员 职工 工人 "   \
  "村民 "                                                                                                                                                        \
  "居民 记者 编辑 导演 作家 画家 诗人 选手 队员 教练 志愿者 骨干 先生 女士 小姐 顾问 专家 学者 总监 总工 司机 负责人"

#define NAME_ENDS "镇乡县市省区村局院校部街道路庄里山湖江河海岛州城站厂店司组队所馆会团系室"

/* The last characters of what somebody is: 讲解员 驻村干部 班主任 教练. */
#define ROLE_ENDS "员长师生手家工士记任授部练导表友星匠裁"

static bool all_han(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (!(view->cls[i] & GM_HAN)) return false;
  return from < to;
}

/* Is [from, to) a name of two or three characters, or of four with a double surname? */
static bool is_name(const gm_view *view, size_t from, size_t to) {
  if (to < from + 2 || !all_han(view, from, to) || gm_one_of(view, to - 1, NAME_ENDS)) return false;
  if (gm_words_at(view, from, DOUBLE_SURNAMES)) return to >= from + 3 && to <= from + 4;
  return to <= from + 3 && gm_one_of(view, from, SURNAMES);
}

/* Is [from, to) a person and nothing else: a name, a title (with the body it is of) before it or a title behind it? */
static bool is_person(const gm_view *view, size_t from, size_t to) {
  while (from < to && view->cls[from] & GM_SPACE) from++;
  while (from < to && view->cls[to - 1] & GM_SPACE) to--;
  if (is_name(view, from, to)) return true;
  for (size_t end = to, title;
       (title = gm_words_before(view, end, TITLES)) != 0 && from + title < end;) { /* 主任医师 */
    end -= title;
    if (is_name(view, from, end)) return true;
    if (end == from + 1 && title > 1 && gm_one_of(view, from, SURNAMES)) return true; /* 林教授 */
  }
  for (size_t length = 2; length <= 4 && from + length < to; length++) /* 讲解员某某 */
    if (gm_one_before(view, to - length, ROLE_ENDS) && is_name(view, to - length, to)) return true;
  size_t name = 0;
  for (size_t i = from; i < to; i++) {
    size_t title = gm_words_at(view, i, TITLES);
    if (title) name = i + title;
  }
  return name && name < to && is_name(view, name, to);
}

/* 黄教授及吴主任: two persons joined? */
static bool is_pair(const gm_view *view, size_t from, size_t to) {
  for (size_t i = from + 2; i + 2 < to; i++)
    if (gm_joint_at(view, i))
      return is_person(view, from, i) && is_person(view, i + 1 + (gm_words_at(view, i, "以及") == 2), to);
  return false;
}

/* 表彰王某, 调整赵某: a verb of persons, and a name of two characters. */
static bool chosen(const gm_view *view, const gm_list *list) {
  size_t end = list->end[0], from = end - 2;
  return end >= list->start[0] + 4 && is_name(view, from, end) &&
         gm_words_before(
             view, from,
             "表彰 奖励 慰问 看望 任命 聘任 聘请 提拔 调整 推荐 选派 选聘 录用 处分 约谈 通报 批评 免去 增补 "
             "任用 提名 走访 培养 选树");
}

/* 何某3位医生和李某、赵某、…: does a name of two characters stand behind 和 in the first item, and a number before it?
 */
static bool begins_anew(const gm_view *view, const gm_list *list) {
  size_t from = list->start[0], at = list->end[0] - 2;
  return list->end[0] > from + 3 && is_name(view, at, list->end[0]) && gm_joint_at(view, at - 1) &&
         gm_view_next_before(view, from, at, GM_DIGIT | GM_NUMERAL) < at;
}

/* Characters that end places as well as given names: 孟远山, 陈大江. */
#define GIVEN_ENDS "山江河湖海岛州城洲"

/* 钱望舒、孟远山、傅听雨: does a name of three characters end as places do, and stand between names that do not? The
 * last has two of them before it. */
static bool is_name_like_place(const gm_view *view, const gm_list *list, unsigned n) {
  size_t from = list->start[n], to = list->end[n];
  if (!n || to != from + 3 || !all_han(view, from, to) || !gm_one_of(view, from, SURNAMES) ||
      !gm_one_before(view, to, GIVEN_ENDS))
    return false;
  size_t before = list->end[n - 1];
  if (before < list->start[n - 1] + 3 || !is_name(view, before - 3, before)) return false;
  if (n + 1 < list->count) return is_person(view, list->start[n + 1], list->end[n + 1]);
  return n > 1 && is_person(view, list->start[n - 1], before) && is_person(view, list->start[n - 2], list->end[n - 2]);
}

/* Is item n a person, or a name whose surname is not known, by its length and by the persons beside it? */
static bool is_person_among(const gm_view *view, const gm_list *list, unsigned n) {
  size_t from = list->start[n], to = list->end[n];
  if (is_person(view, from, to) || is_name_like_place(view, list, n)) return true;
  if (!n || n + 1 == list->count || to > from + RARE_CHARS || to < from + RARE_CHARS - 1 || !all_han(view, from, to) ||
      gm_one_before(view, to, NAME_ENDS))
    return false;
  size_t before = list->end[n - 1];
  if (to < from + RARE_CHARS)
    return before >= list->start[n - 1] + 3 && is_name(view, before - 3, before) &&
           list->end[n + 1] == list->start[n + 1] + 3 && is_name(view, list->start[n + 1], list->end[n + 1]);
  return (is_person(view, list->start[n - 1], before) ||
          (before > list->start[n - 1] + 3 && is_name(view, before - 3, before))) &&
         is_person(view, list->start[n + 1], list->end[n + 1]);
}

/* Are the items behind the first all persons, or all in quotes or title marks? */
static bool named(const gm_view *view, const gm_list *list, bool first_too) {
  if (list->count < 2) return false;
  if (list->quoted == list->count) return true;
  bool full = false; /* two characters alone may be anything: 农业、金融 */
  for (unsigned n = first_too ? 0 : 1; n < list->count; n++) {
    bool pair = first_too && n + 1 == list->count && is_pair(view, list->start[n], list->end[n]);
    if (!pair && !is_person_among(view, list, n)) return false;
    full = full || list->end[n] - list->start[n] > 2;
  }
  return full || first_too ||
         (list->count > 2 &&
          (is_name(view, list->start[0], list->end[0]) || chosen(view, list) || begins_anew(view, list)));
}

/* Drops what stands before the last item that is no person: 周某带领李某、王某等2名. It stays as the first, as a name
 * ends it. */
static void begin_at_names(const gm_view *view, gm_list *list) {
  unsigned first = list->count - 1;
  while (first && is_person_among(view, list, first)) first--;
  list->count -= first;
  memmove(list->start, list->start + first, list->count * sizeof *list->start);
  memmove(list->end, list->end + first, list->count * sizeof *list->end);
}

static bool small_count(const gm_figure *figure, unsigned *value) {
  gm_decimal v = figure->value;
  if (figure->kind != GM_FIGURE_QUANTITY && figure->kind != GM_FIGURE_CLAIM) return false;
  if (figure->approx != GM_APPROX_NONE || v.scale || v.digits < 2 || v.digits > NAMED_MAX) return false;
  *value = (unsigned)v.digits;
  return true;
}

static bool of_persons(const gm_figure *figure) {
  return figure->unit && gm_units[figure->unit].unit_class == GM_CLASS_PERSON;
}

typedef enum place { BEFORE, BEHIND, WITHIN } place;

static void report(gm_line_check *check, size_t from, size_t to, const gm_list *list, unsigned listed, place where) {
  static const char *const zh[] = {"前面", "后面", "括号内"}, *const en[] = {"before it", "behind it",
                                                                             "in the brackets"};
  const gm_view *view = check->view;
  unsigned last = list->count - 1;
  gm_report_line(check, from, to);
  gm_say(check->out, check->language, "“%s”：%s列出%u个（%s……%s）", "“%s”: %s stand %u (%s … %s)",
         gm_quote_line(view, from, to).text, check->language == GM_ENGLISH ? en[where] : zh[where], listed,
         gm_quote_line(view, list->start[0], list->end[0]).text,
         gm_quote_line(view, list->start[last], list->end[last]).text);
  gm_relate_list(check, list);
}

/* Does a list of persons go on over the mark before `at`: 站长周某，队员韩某、郑某? Behind 会上， it begins. */
static bool goes_on(const gm_view *view, size_t at) {
  if (gm_one_before(view, at, "；")) return true;
  if (!gm_one_before(view, at, "，")) return false;
  for (size_t n = 2; n <= 4 && n < at; n++)
    if (is_name(view, at - 1 - n, at - 1)) return true;
  return false;
}

/* Does an item end in a count of its own: 保洁绿化11人、工程维修? */
static bool counts_items(const gm_line_check *check, const gm_list *list) {
  for (uint32_t i = 0; i < check->figures->count; i++)
    for (unsigned n = 0; n < list->count && gm_is_amount(&check->figures->items[i]); n++)
      if (gm_clean_at(check->view, check->figures->items[i].unit_end) == list->end[n]) return true;
  return false;
}

/* 张某、李某、王某等2名, 张某、李某、王某5名. */
static bool check_before(gm_line_check *check, const gm_figure *figure, size_t number, size_t unit_end,
                         unsigned claimed) {
  const gm_view *view = check->view;
  if (!of_persons(figure)) return false;
  size_t end = number - gm_words_before(view, number, "共 这 合计 共计 等共 一共");
  if (!end || !(view->cls[end - 1] & GM_HAN || gm_one_before(view, end, "）"))) return false;
  gm_list list;
  gm_list_before(view, 0, end, &list);
  if (list.too_long || list.count < 2) return false;
  for (unsigned n = 0; n < list.count; n++) /* 王、吴、韩和宋4人: surnames alone */
    if (list.end[n] == list.start[n] + 1 && gm_one_of(view, list.start[n], SURNAMES)) return true;
  begin_at_names(view, &list);
  if (!named(view, &list, false) || counts_items(check, &list)) return false;
  if (claimed >= list.count && claimed <= list.count + list.joints) return true;
  if (claimed > list.count) {
    bool first = is_person(view, list.start[0], list.end[0]);
    /* More than named: others may stand before the comma, or 等 tells that they do not all stand here. */
    if (list.open || (first && list.start[0] && goes_on(view, list.start[0]))) return true;
    if (claimed > list.count + list.joints + 3) return true;
  }
  report(check, number, unit_end, &list, list.count, BEFORE);
  return true;
}

/* Do the names behind `at` fill all up to the bracket or the stop? */
static bool closed_list(const gm_view *view, size_t at, bool bracket, gm_list *list) {
  gm_list_behind(view, at, GM_DUN, list);
  if (list->open || list->too_long || !named(view, list, true)) return false;
  size_t end = list->end[list->count - 1];
  if (bracket) return gm_one_of(view, end, "）");
  return end >= view->count || view->cls[end] & GM_STOP || gm_one_of(view, end, "；");
}

/* 3名驻村干部周某、韩某常年…: names behind the noun, the last with what is said of them. */
static bool check_apposition(gm_line_check *check, size_t number, size_t unit_end, unsigned claimed) {
  const gm_view *view = check->view;
  gm_list list;
  if (!(view->cls[unit_end] & GM_HAN)) return false;
  gm_list_behind(view, unit_end, GM_DUN, &list);
  if (list.open || list.too_long || list.count < 2 || list.joints) return false;
  unsigned last = list.count - 1;
  if (list.end[0] - list.start[0] > NOUN_CHARS || is_name(view, list.start[0], list.end[0])) return false;
  for (unsigned n = 0; n < last; n++)
    if (!is_person(view, list.start[n], list.end[n])) return false;
  size_t name = list.start[last];
  if (name + 3 > list.end[last] || !is_name(view, name, name + 3) || gm_words_at(view, name + 3, "等 和 与 及"))
    return false;
  if (!gm_is_miscounted(claimed, list.count)) return true;
  list.end[last] = name + 3;
  report(check, number, unit_end, &list, list.count, BEHIND);
  return true;
}

#define LEADS                                                                                                                                               \
  "，分别是 ，分别为 ，他们是 ，她们是 ，即 ，依次是 ，依次为 ： 分别是 分别为 分别是： 分别为： ，分别是： " \
  "，分别为： ，他们是："

#define HONOUR_CHARS 30u /* from a number of persons to the colon before their names */

/* 以下8名同志“优秀志愿者”称号：, 8名同志为先进个人，名单如下：: the colon that leads to the names, with what they are
 * given before it and no other number; SIZE_MAX when none does. */
static size_t honour_colon(const gm_view *view, size_t unit_end) {
  size_t colon = gm_find_mark(view, unit_end, gm_sentence_end(view, unit_end), "：");
  if (colon == SIZE_MAX || colon - unit_end > HONOUR_CHARS) return SIZE_MAX;
  bool quoted = false;
  for (size_t i = unit_end; i < colon; i++) {
    quoted = (quoted || gm_one_of(view, i, "“")) && !gm_one_of(view, i, "”");
    if (!quoted && (view->cls[i] & GM_DIGIT || gm_one_of(view, i, "、；（"))) return SIZE_MAX;
  }
  size_t comma = gm_find_mark(view, unit_end, colon, "，");
  if (comma != SIZE_MAX && !gm_words_at(view, comma + 1, "名单如下： 名单为： 他们是： 她们是： 分别是： 具体如下："))
    return SIZE_MAX;
  return gm_words_before(view, colon, "称号 个人 如下 名单 荣誉 奖励 表彰 表扬 记功 是 为 者 员 手 兵 长 选 象 范 星")
             ? colon
             : SIZE_MAX;
}

/* 3名（张某、李某）, 5名同志获奖，分别是张某、李某. */
static bool check_behind(gm_line_check *check, const gm_figure *figure, size_t number, size_t unit_end,
                         unsigned claimed) {
  const gm_view *view = check->view;
  gm_list list;
  bool persons = of_persons(figure);
  size_t at = unit_end;
  while (at < view->count && at - unit_end < NOUN_CHARS && view->cls[at] & GM_HAN) at++;
  size_t respectively = gm_find_word(view, unit_end, at < view->count ? at + 1 : at, "分别");
  if (respectively != SIZE_MAX) at = respectively;
  bool bracket = gm_one_of(view, at, "（");
  size_t lead = bracket ? 1 : gm_words_at(view, at, LEADS);
  bool document = !persons && !bracket && at > unit_end && gm_one_of(view, at, "《") &&
                  gm_words_at(view, unit_end, "文件 制度 办法 方案 意见 规定 细则 通知 规范 规程 条例 法规 预案 标准");
  if (!lead && persons && (at = honour_colon(view, unit_end)) != SIZE_MAX) lead = 1;
  if (!lead && !document) return false;
  if (!closed_list(view, at + lead, bracket, &list)) return false;
  if (!persons && !(list.quoted == list.count && view->cp[list.start[0]] == 0x300A)) return false;
  if (!persons && !bracket && !document) return false; /* CNT-02 */
  unsigned last = list.count - 1, listed = list.count + is_pair(view, list.start[last], list.end[last]);
  if (claimed >= listed && claimed <= list.count + list.joints) return true;
  /* 10本《甲》《乙》 are copies. */
  if (!persons && !gm_one_of(view, unit_end - 1, "份项个部篇种件")) return false;
  if (claimed > listed + 3 || listed > claimed + 3) return true;
  report(check, number, unit_end, &list, listed, bracket ? WITHIN : BEHIND);
  return true;
}

/* 获奖教师（4名）：张某、李某、…, 参加人员：张某、李某、…（共4人）: a count that fills its brackets, and the names
 * behind them to the end of the line, or before them from the colon on. */
static void check_bracketed(gm_line_check *check, size_t number, size_t unit_end, unsigned claimed) {
  const gm_view *view = check->view;
  gm_list list;
  size_t open = number - gm_words_before(view, number, "共 计 共计");
  if (!gm_one_before(view, open, "（")) return;
  bool behind = gm_words_at(view, unit_end, "）：");
  if (behind) {
    if (!closed_list(view, unit_end + 2, false, &list)) return;
    if (list.end[list.count - 1] + 1 < view->count) return; /* 。 and more: those of other lines may follow */
  } else {
    if (!gm_one_of(view, unit_end, "）") || unit_end + 2 < view->count) return;
    gm_list_before(view, 0, open - 1, &list);
    if (list.open || list.too_long || !named(view, &list, true) || !gm_one_before(view, list.start[0], "：")) return;
  }
  if (list.joints || !gm_is_miscounted(claimed, list.count)) return;
  report(check, number, unit_end, &list, list.count, behind ? BEHIND : BEFORE);
}

#define THEMES "为主题 为题 为专题 为主线"

/* 以“甲”“乙”“丙”为主题，举办2期: more themes than meetings. */
static void check_themes(gm_line_check *check, size_t number, size_t unit_end, unsigned claimed) {
  const gm_view *view = check->view;
  if (!gm_one_of(view, unit_end - 1, "期场次讲") || !gm_word_list_may_hold(view, THEMES)) return;
  size_t from = gm_sentence_start(view, number), at = SIZE_MAX, word = 0;
  for (size_t i = number; i > from && number - i < 16 && at == SIZE_MAX; i--)
    if ((word = gm_words_at(view, i - 1, THEMES)) != 0) at = i - 1;
  if (at == SIZE_MAX || !gm_one_before(view, at, "”》")) return;
  for (size_t i = at + word; i < number; i++)
    if (!(view->cls[i] & GM_HAN) && !gm_one_of(view, i, "，")) return;
  gm_list list;
  gm_list_before(view, 0, at, &list);
  if (list.too_long || list.open || list.count < 2 || list.quoted != list.count || list.count <= claimed) return;
  report(check, number, unit_end, &list, list.count, BEFORE);
}

void gm_check_named(gm_line_check *check, size_t index) {
  const gm_view *view = check->view;
  const gm_figure *figure = &check->figures->items[index];
  unsigned claimed;
  if (!small_count(figure, &claimed) || figure->unit_end <= figure->unit_start) return;
  if (figure->roles & (GM_ROLE_EACH | GM_ROLE_THRESHOLD | GM_ROLE_TITLE)) return;
  size_t number = gm_view_find(view, figure->start), unit_end = gm_view_find(view, figure->unit_end);
  if (gm_one_before(view, number, "前第")) return; /* 甲、乙、丙在前三名 */
  if (figure->roles & GM_ROLE_PAREN) {
    if (of_persons(figure)) check_bracketed(check, number, unit_end, claimed);
    return;
  }
  if (check_before(check, figure, number, unit_end, claimed)) return;
  if (check_behind(check, figure, number, unit_end, claimed)) return;
  if (of_persons(figure) && check_apposition(check, number, unit_end, claimed)) return;
  check_themes(check, number, unit_end, claimed);
}
