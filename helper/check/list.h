/* Lists in running text: A、B和C before a count, or behind one. Read on the clean view, marks inside brackets skipped.
 */
#ifndef GM_CHECK_LIST_H
#define GM_CHECK_LIST_H

#include "check/words.h"

/* More items than this are no list that a count announces. */
#define GM_LIST_MAX 24

/* The separators of a list. */
#define GM_COMMA     0xFF0Cu
#define GM_SEMICOLON 0xFF1Bu

typedef struct gm_list {
  size_t start[GM_LIST_MAX], end[GM_LIST_MAX]; /* of the items; the first may have a lead-in before it */
  unsigned count;
  unsigned joints; /* 和 与 及 以及 inside items: each may part two more */
  unsigned quoted; /* items that are wholly in quotes or title marks */
  bool open;       /* ends in 等: there may be more */
  bool too_long;   /* more than GM_LIST_MAX items */
} gm_list;

/* Does what ends at `end` begin behind a mark that ends a clause, or behind none, so that gm_list_before finds no more
 * than one item? */
bool gm_is_lone(const gm_view *view, size_t end);

/* The list parted by 、 (or by adjoining quotes) that ends at `end`, within its clause, and begins at `floor` or later.
 */
void gm_list_before(const gm_view *view, size_t floor, size_t end, gm_list *out);
/* The list that begins at `at` and is parted by `separator` (、 ， or ；): up to the next weightier mark. */
void gm_list_behind(const gm_view *view, size_t at, uint32_t separator, gm_list *out);

/* Is the character a 和 与 及 that may part two items, not one of 和谐 参与 普及? */
bool gm_joint_at(const gm_view *view, size_t i);

/* Where 等 stands in [from, to) that tells of more, as in 独唱证书等各种证书 and not in 等级 平等; SIZE_MAX when
 * nowhere.
 */
size_t gm_and_so_on(const gm_view *view, size_t from, size_t to);

/* 甲、乙、丙，以及丁: appends to the list what ，以及 leads in behind it. False when there is none, or too much. */
bool gm_list_extend(const gm_view *view, gm_list *list);

/* “甲”“乙”“丙”三个板块，包括…: does the list before the count come to it? */
bool gm_list_fits_before(const gm_view *view, size_t number, unsigned claimed);

/* 东部生态区、西部农业区、南部工业区和北部商贸区: does 和 in the last item part two for certain, as both end like all
 * the others and are as long? */
bool gm_list_joined_last(const gm_view *view, const gm_list *list);

/* Relates the list, from its first item to its last, to the finding made last. */
void gm_relate_list(gm_line_check *check, const gm_list *list);

/* A slip in counting is by one or two: of a greater difference the list is another one. */
static inline bool gm_is_miscounted(int64_t said, int64_t listed) {
  return said != listed && said <= listed + 2 && listed <= said + 2;
}

/* Three items and more of one length, the lead-in of the first left aside: 思想引领、实践育人、队伍保障. What is in the
 * last of them is part of it. In list_led.c, as are the next twelve. */
bool gm_list_of_one_length(const gm_list *list);

/* 甲，乙、丙三个方面: does a clause end before the list that may hold the first of it? */
bool gm_list_may_begin_before(const gm_view *view, const gm_list *list);

/* 提高“三个认识”、处理好“四个关系”: does what stands before the quote act on it, or does another item end in a quote of
 * its own? */
bool gm_list_leads_to_quote(const gm_view *view, const gm_list *list);

/* 南湖区安平门街道、北湖区三家店街道: is the number behind the list part of a name that its last item begins? */
bool gm_list_ends_in_name(const gm_view *view, const gm_list *list);

/* 甲局、乙局将遵守四个文件: is the last item a subject with its verb, of which the number counts the object? */
bool gm_list_ends_in_clause(const gm_view *view, const gm_list *list);

/* 以创新为中心、坚持四项规范, 学习、遵守四项规范, 二分厂、按四个步骤, 大张旗鼓、持之以恒地宣传四项规范: does the last
 * item end in what acts on the counted, or is it no more than that? */
bool gm_list_ends_in_verb(const gm_view *view, const gm_list *list);

/* 江北、江北四县 and 沈安、柳四村、罗平: is the number, which with what it counts is [number, noun), the end of a name
 * among others? */
bool gm_list_ends_in_item(const gm_view *view, const gm_list *list, size_t number, size_t noun);

/* 园艺、木工等手艺、技能六个班: does 等 within an item leave open what is listed? Not in the first, where it may
 * close what 和 parts. */
bool gm_list_left_open(const gm_view *view, const gm_list *list);

/* 继承好、运用好刻苦钻研、勤俭办学这两个传统: does the list of which `claimed` are said begin within an item, behind
 * another that ends there? */
bool gm_list_begins_within(const gm_view *view, const gm_list *list, unsigned claimed);

/* 四个街道以及一个林场：: how many are joined to those counted in the measure word at `measure`, in it too or in 个,
 * between `from` and the list at `to`; the same for what stands before the number. 0 when none are. */
unsigned gm_list_joined_behind(const gm_view *view, size_t measure, size_t from, size_t to);
unsigned gm_list_joined_before(const gm_view *view, size_t number, size_t measure);

/* 即分甲系为乙、丙两系: is what begins at `at` a clause that tells how they came to be, and no list? */
bool gm_list_is_parting(const gm_view *view, size_t at, const gm_list *list);

/* 文学院、理学院、工学院4个支部, 国家级、省级、市级5个项目: is what is counted shared out among the listed, and not
 * they themselves? The noun is [unit_end, noun). */
bool gm_list_shares_count(const gm_view *view, const gm_list *list, size_t unit_end, size_t noun);

/* 甲、乙和丙: parts the last item in two where its only 和 leaves no doubt of it. How many items that adds. */
unsigned gm_list_split_last(const gm_view *view, gm_list *list);

/* Three items and more of one form, of which a count up to ten differs: do they leave no doubt of how many they are,
 * however far it is off? Of one length, ending alike, all quoted, or four and more that are all short. */
bool gm_list_is_sure(const gm_view *view, const gm_list *list, unsigned claimed);

/* 甲地、乙地和丙地: does its 和 part the last item in two for certain, as all are then of one length? */
bool gm_list_joined_surely(const gm_view *view, const gm_list *list);

/* 东线、中线工程沟通了甲河、乙河、丙河四大流域: does a list begin for certain within a longer item, and does `claimed`
 * fit neither it nor all that stands there? That list in *late. */
bool gm_list_begins_late(const gm_view *view, const gm_list *list, unsigned claimed, gm_list *late);

/* Is the list one of short items that fills its sentence, or, when all end alike or are as long, its clause? */
bool gm_list_fills_clause(const gm_view *view, const gm_list *list);

/* 三个提升：作风明显提升、…提升: does each item end in the last two characters of the noun [from, to)? */
bool gm_list_ends_in_noun(const gm_view *view, const gm_list *list, size_t from, size_t to);

/* 甲、乙、丙三个方面, but 甲、乙、丙六项制度: is what is counted in [unit_end, noun) the listed, and nothing that they
 * may be the subjects of? */
bool gm_list_is_counted(const gm_view *view, const gm_list *list, size_t unit_end, size_t noun);

/* 八国：甲国、乙国……和丙国的代表: are all items countries, or all provinces? Leaves of the last no more than its name.
 * In count_places.c. */
bool gm_list_of_places(const gm_view *view, gm_list *list);

/* Are the items of one kind: all quoted, or alike in their last character, or short and of like length? */
bool gm_list_alike(const gm_view *view, const gm_list *list);

#endif
