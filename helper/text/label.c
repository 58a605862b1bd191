#include "text/label.h"

/* Words are UTF-16 in the analysis alphabet (simplified, full-width marks), to compare without decoding. */
typedef uint_least16_t unit;

/* The line without blanks: labels are often letter-spaced (索 引 号). gap[i]: a blank stood before character i. */
typedef struct key {
  size_t count;
  unit cp[GM_LABEL_CHARS + 1];
  uint32_t at[GM_LABEL_CHARS + 1]; /* clean index */
  bool gap[GM_LABEL_CHARS + 1];
} key;

typedef enum value_kind {
  VALUE_ANY,    /* a name or a phrase */
  VALUE_TITLE,  /* may be long */
  VALUE_DATE,   /* only a date makes this label metadata */
  VALUE_STAMP,  /* 发布时间: a date when there is one */
  VALUE_COUNT,  /* digits and 次 人 万 + */
  VALUE_CREDIT, /* a single-character label, which needs a bar or a slash: 文/ 图｜ */
  VALUE_TOOLS,  /* whatever follows is chrome */
  VALUE_LINK    /* the title of another page */
} value_kind;

typedef struct label {
  const unit *word;
  uint32_t field;
  uint8_t value;
  bool weak; /* an everyday word: metadata only among metadata */
} label;

static const label labels[] = {
    {u"标题", GM_FIELD_TITLE, VALUE_TITLE, false},
    {u"文章标题", GM_FIELD_TITLE, VALUE_TITLE, false},
    {u"题目", GM_FIELD_TITLE, VALUE_TITLE, true},
    {u"名称", GM_FIELD_TITLE, VALUE_TITLE, true},
    {u"文件名称", GM_FIELD_TITLE, VALUE_TITLE, true},
    {u"title", GM_FIELD_TITLE, VALUE_TITLE, true},
    {u"副标题", GM_FIELD_SUBTITLE, VALUE_TITLE, false},
    {u"发布日期", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"发布时间", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"发表日期", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"发表时间", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"更新日期", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"更新时间", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"发文日期", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"公开日期", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"添加时间", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"录入时间", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"上传时间", GM_FIELD_DATE, VALUE_STAMP, false},
    {u"日期", GM_FIELD_DATE, VALUE_DATE, false},
    {u"时间", GM_FIELD_DATE, VALUE_DATE, true},
    {u"date", GM_FIELD_DATE, VALUE_DATE, true},
    {u"成文日期", GM_FIELD_DATE_WRITTEN, VALUE_STAMP, false},
    {u"成文时间", GM_FIELD_DATE_WRITTEN, VALUE_STAMP, false},
    {u"生成日期", GM_FIELD_DATE_WRITTEN, VALUE_STAMP, false},
    {u"印发日期", GM_FIELD_DATE_WRITTEN, VALUE_STAMP, false},
    {u"写作日期", GM_FIELD_DATE_WRITTEN, VALUE_STAMP, false},
    {u"来源", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"文章来源", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"稿件来源", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"信息来源", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"新闻来源", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"内容来源", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"稿源", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"转自", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"发文机关", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"发文单位", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"发布机构", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"发布单位", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"发布机关", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"公开主体", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"供稿", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"供稿单位", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"来稿单位", GM_FIELD_SOURCE, VALUE_ANY, false},
    {u"source", GM_FIELD_SOURCE, VALUE_ANY, true},
    {u"作者", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"文字", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"撰稿", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"撰文", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"撰稿人", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"供稿人", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"投稿人", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"记者", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"通讯员", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"文稿", GM_FIELD_AUTHOR, VALUE_ANY, false},
    {u"图文", GM_FIELD_AUTHOR | GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"文图", GM_FIELD_AUTHOR | GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"文/图", GM_FIELD_AUTHOR | GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"图/文", GM_FIELD_AUTHOR | GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"文", GM_FIELD_AUTHOR, VALUE_CREDIT, false},
    {u"author", GM_FIELD_AUTHOR, VALUE_ANY, true},
    {u"编辑", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"责任编辑", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"责编", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"网络编辑", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"值班编辑", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"美编", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"排版", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"编校", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"校对", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"录入", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"录入者", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"发布人", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"发布者", GM_FIELD_EDITOR, VALUE_ANY, false},
    {u"审核", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"审核人", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"审稿", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"审稿人", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"初审", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"复审", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"终审", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"一审", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"二审", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"三审", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"监制", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"签发", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"签发人", GM_FIELD_REVIEWER, VALUE_ANY, false},
    {u"图片", GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"摄影", GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"摄像", GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"供图", GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"图片来源", GM_FIELD_PHOTO, VALUE_ANY, false},
    {u"照片", GM_FIELD_PHOTO, VALUE_ANY, true},
    {u"图", GM_FIELD_PHOTO, VALUE_CREDIT, false},
    {u"发文字号", GM_FIELD_DOCNO, VALUE_ANY, false},
    {u"文号", GM_FIELD_DOCNO, VALUE_ANY, false},
    {u"文件编号", GM_FIELD_DOCNO, VALUE_ANY, false},
    {u"网址", GM_FIELD_URL, VALUE_ANY, false},
    {u"原文链接", GM_FIELD_URL, VALUE_ANY, false},
    {u"原文网址", GM_FIELD_URL, VALUE_ANY, false},
    {u"url", GM_FIELD_URL, VALUE_ANY, true},
    {u"索引号", GM_FIELD_INDEX, VALUE_ANY, false},
    {u"主题分类", GM_FIELD_SUBJECT, VALUE_ANY, false},
    {u"组配分类", GM_FIELD_SUBJECT, VALUE_ANY, false},
    {u"信息分类", GM_FIELD_SUBJECT, VALUE_ANY, false},
    {u"体裁分类", GM_FIELD_SUBJECT, VALUE_ANY, false},
    {u"公文种类", GM_FIELD_SUBJECT, VALUE_ANY, false},
    {u"服务对象", GM_FIELD_SUBJECT, VALUE_ANY, true},
    {u"分类", GM_FIELD_SUBJECT, VALUE_ANY, true},
    {u"主题词", GM_FIELD_KEYWORDS, VALUE_ANY, false},
    {u"公开方式", GM_FIELD_DISTRIBUTION, VALUE_ANY, false},
    {u"公开类别", GM_FIELD_DISTRIBUTION, VALUE_ANY, false},
    {u"公开范围", GM_FIELD_DISTRIBUTION, VALUE_ANY, true},
    {u"公开时限", GM_FIELD_DISTRIBUTION, VALUE_ANY, true},
    {u"有效性", GM_FIELD_DISTRIBUTION, VALUE_ANY, true},
    {u"浏览次数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"浏览量", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"浏览数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"浏览", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"阅读次数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"阅读量", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"阅读数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"阅读", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"点击次数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"点击量", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"点击数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"点击率", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"点击", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"访问次数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"访问量", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"查看次数", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"人气", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"热度", GM_FIELD_VIEWS, VALUE_COUNT, false},
    {u"字号", 0, VALUE_TOOLS, false},
    {u"字体", 0, VALUE_TOOLS, false},
    {u"字体大小", 0, VALUE_TOOLS, false},
    {u"分享", 0, VALUE_TOOLS, false},
    {u"分享到", 0, VALUE_TOOLS, false},
    {u"分享至", 0, VALUE_TOOLS, false},
    {u"打印", 0, VALUE_TOOLS, false},
    {u"视力保护色", 0, VALUE_TOOLS, false},
    {u"正文内容", 0, VALUE_TOOLS, false},
    {u"正文", 0, VALUE_TOOLS, true},
    {u"标签", 0, VALUE_LINK, true},
    {u"上一篇", 0, VALUE_LINK, false},
    {u"下一篇", 0, VALUE_LINK, false},
    {u"上一条", 0, VALUE_LINK, false},
    {u"下一条", 0, VALUE_LINK, false},
};

/* Words of toolbars: a line of nothing else is chrome. */
static const unit *const tools[] = {
    u"下载",       u"打印",     u"全屏",     u"收藏",       u"加大",       u"还原",     u"减小",     u"放大",
    u"缩小",       u"默认",     u"大",       u"中",         u"小",         u"特大",     u"字号",     u"字体",
    u"分享",       u"分享到",   u"分享至",   u"关闭",       u"关闭窗口",   u"关闭本页", u"关闭页面", u"返回",
    u"返回顶部",   u"返回首页", u"返回列表", u"返回上页",   u"返回上一页", u"回到顶部", u"首页",     u"网站首页",
    u"打印本页",   u"打印此页", u"打印本文", u"打印文章",   u"打印页面",   u"收藏本页", u"收藏本文", u"加入收藏",
    u"设为首页",   u"推荐",     u"点赞",     u"转发",       u"复制链接",   u"朗读",     u"语音播报", u"无障碍",
    u"无障碍浏览", u"纠错",     u"我要纠错", u"上一篇",     u"下一篇",     u"上一条",   u"下一条",   u"查看原文",
    u"阅读原文",   u"原文链接", u"查看全文", u"阅读全文",   u"更多",       u"查看更多", u"微信",     u"微博",
    u"新浪微博",   u"QQ空间",   u"朋友圈",   u"微信扫一扫", u"读取内容中", u"正在加载", u"加载中",   u"请等待",
    u"请稍候",     u"请稍后",   u"请稍等",   u"网站地图",   u"联系我们",   u"登录",     u"注册",     u"繁体",
    u"简体",       u"无痕浏览", u"T",        u"A",          u"在看",       u"再看",     u"正文",     u"主办",
};

/* Heads of lists of other pages; what follows at the foot of the page are their titles. */
static const unit *const related[] = {
    u"相关文章", u"相关报道", u"相关新闻", u"相关阅读", u"相关链接", u"相关推荐", u"相关附件", u"相关稿件", u"相关内容",
    u"相关信息", u"相关专题", u"相关文件", u"推荐阅读", u"热门推荐", u"热门文章", u"热点推荐", u"延伸阅读", u"往期回顾",
    u"往期推荐", u"精彩推荐", u"猜你喜欢", u"友情链接", u"最新文章", u"热点新闻", u"更多阅读", u"更多新闻",
};

typedef struct opening {
  const unit *word;
  uint8_t kind;
  uint8_t limit; /* longest line it may open */
  uint16_t flags;
} opening;

/* Phrases that begin a line of chrome. */
static const opening openings[] = {
    {u"当前位置", GM_LINE_NAV, 80, 0},
    {u"您的位置", GM_LINE_NAV, 80, 0},
    {u"你的位置", GM_LINE_NAV, 80, 0},
    {u"您当前的位置", GM_LINE_NAV, 80, 0},
    {u"您当前位置", GM_LINE_NAV, 80, 0},
    {u"您现在的位置", GM_LINE_NAV, 80, 0},
    {u"您所在的位置", GM_LINE_NAV, 80, 0},
    {u"您所在位置", GM_LINE_NAV, 80, 0},
    {u"所在位置", GM_LINE_NAV, 80, 0},
    {u"现在位置", GM_LINE_NAV, 80, 0},
    {u"扫一扫在", GM_LINE_FOOTER, 40, 0},
    {u"用手机扫", GM_LINE_FOOTER, 40, 0},
    {u"版权所有", GM_LINE_FOOTER, 120, 0},
    {u"版权声明", GM_LINE_FOOTER, 200, GM_LOOK_NOTICE},
    {u"免责声明", GM_LINE_FOOTER, 200, GM_LOOK_NOTICE},
    {u"特别声明", GM_LINE_FOOTER, 200, GM_LOOK_NOTICE},
    {u"郑重声明", GM_LINE_FOOTER, 200, GM_LOOK_NOTICE | GM_LOOK_WEAK},
    {u"网站标识码", GM_LINE_FOOTER, 80, 0},
    {u"技术支持：", GM_LINE_FOOTER, 60, 0},
    {u"网站支持：", GM_LINE_FOOTER, 60, 0},
    {u"copyright", GM_LINE_FOOTER, 160, 0},
    {u"©", GM_LINE_FOOTER, 160, 0},
    {u"未经授权", GM_LINE_FOOTER, 80, GM_LOOK_WEAK},
    {u"转载请注明", GM_LINE_FOOTER, 80, 0},
    {u"转载须注明", GM_LINE_FOOTER, 80, 0},
    {u"本文为", GM_LINE_AD, 200, GM_LOOK_WEAK},
    {u"点击上方", GM_LINE_AD, 60, 0},
    {u"点击蓝字", GM_LINE_AD, 60, 0},
    {u"点击下方", GM_LINE_AD, 60, GM_LOOK_WEAK},
    {u"点击关注", GM_LINE_AD, 60, 0},
    {u"点击阅读原文", GM_LINE_AD, 60, 0},
    {u"点击“阅读原文", GM_LINE_AD, 60, 0},
    {u"长按识别", GM_LINE_AD, 60, 0},
    {u"长按二维码", GM_LINE_AD, 60, 0},
    {u"长按关注", GM_LINE_AD, 60, 0},
    {u"长按上方", GM_LINE_AD, 60, 0},
    {u"长按下方", GM_LINE_AD, 60, 0},
    {u"扫码关注", GM_LINE_AD, 60, 0},
    {u"扫描二维码", GM_LINE_AD, 60, GM_LOOK_WEAK},
    {u"识别二维码", GM_LINE_AD, 60, GM_LOOK_WEAK},
    {u"扫描下方二维码", GM_LINE_AD, 60, GM_LOOK_WEAK},
    {u"扫描上方二维码", GM_LINE_AD, 60, GM_LOOK_WEAK},
    {u"欢迎关注", GM_LINE_AD, 60, GM_LOOK_WEAK},
    {u"关注我们", GM_LINE_AD, 40, 0},
    {u"喜欢就点", GM_LINE_AD, 40, 0},
    {u"点个“在看”", GM_LINE_AD, 40, 0},
    {u"觉得不错", GM_LINE_AD, 40, GM_LOOK_WEAK},
    {u"来都来了", GM_LINE_AD, 40, GM_LOOK_WEAK},
    {u"收录于合集", GM_LINE_NAV, 40, 0},
    {u"收录于话题", GM_LINE_NAV, 40, 0},
    {u"已关注", GM_LINE_NAV, 20, GM_LOOK_WEAK},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static unit lower(unit c) { return c >= 'A' && c <= 'Z' ? (unit)(c | 0x20) : c; }

/* Does the key read `word` at `at`? Gives its length, else 0. */
static size_t match(const key *k, size_t at, const unit *word) {
  if (at >= k->count || lower(k->cp[at]) != lower(word[0])) return 0;
  size_t n = 1;
  for (; word[n]; n++)
    if (at + n >= k->count || lower(k->cp[at + n]) != lower(word[n])) return 0;
  return n;
}

static bool ends_with(const key *k, size_t end, const unit *word) {
  size_t n = 0;
  while (word[n]) n++;
  return n <= end && match(k, end - n, word) == n;
}

static bool one_of(unit c, const unit *set) {
  for (; *set; set++)
    if (c == *set) return true;
  return false;
}

static bool is_mark(unit c) { return !(gm_class_of(c) & (GM_HAN | GM_DIGIT | GM_LATIN)); }

static bool has(const key *k, size_t from, size_t to, const unit *set) {
  for (size_t i = from; i < to; i++)
    if (one_of(k->cp[i], set)) return true;
  return false;
}

static void make_key(key *k, const gm_view *view) {
  size_t n = 0;
  bool gap = false;
  for (size_t i = 0; i < view->count && n < GM_LABEL_CHARS; i++) {
    if (view->cls[i] & GM_SPACE) {
      gap = true;
      continue;
    }
    k->cp[n] = view->cp[i] < 0x10000 ? (unit)view->cp[i] : (unit)0xFFFD;
    k->at[n] = (uint32_t)i;
    k->gap[n++] = gap;
    gap = false;
  }
  k->count = n;
  k->cp[n] = 0;
  k->at[n] = (uint32_t)view->count;
  k->gap[n] = false;
}

/* FNV-1a over the characters that are no marks: what gm_look.hash is made of. */
static uint64_t hash_of(const key *k, size_t from, size_t to) {
  uint64_t hash = 14695981039346656037u;
  for (size_t i = from; i < to; i++)
    if (!is_mark(k->cp[i])) hash = (hash ^ k->cp[i]) * 1099511628211u;
  return hash;
}

/* ---- dates ---- */

static int han_digit(uint32_t c) {
  static const unit digits[] = u"〇一二三四五六七八九";
  if (c == 0x96F6) return 0;
  for (int i = 0; i < 10; i++)
    if (digits[i] == c) return i;
  return -1;
}

/* A number of at most `digits` digits, Arabic or Han (十 and 廿 read for up to two). */
static size_t read_number(const gm_view *view, size_t at, size_t digits, uint32_t *value) {
  size_t n = 0;
  uint32_t v = 0;
  while (n < digits && at + n < view->count && (view->cls[at + n] & GM_DIGIT)) v = v * 10 + (view->cp[at + n++] - '0');
  if (n) {
    *value = v;
    return n;
  }
  if (digits == 4) {
    for (; n < 4; n++) {
      int d = at + n < view->count ? han_digit(view->cp[at + n]) : -1;
      if (d < 0) return 0;
      v = v * 10 + (uint32_t)d;
    }
    *value = v;
    return 4;
  }
  int first = at < view->count ? han_digit(view->cp[at]) : -1;
  if (first > 0) {
    v = (uint32_t)first;
    n = 1;
  }
  if (at + n < view->count && view->cp[at + n] == 0x5341) { /* 十 */
    v = (n ? v : 1) * 10;
    n++;
    int last = at + n < view->count ? han_digit(view->cp[at + n]) : -1;
    if (last > 0) {
      v += (uint32_t)last;
      n++;
    }
  }
  *value = v;
  return n;
}

static size_t skip_blanks(const gm_view *view, size_t at) {
  while (view->cls[at] & GM_SPACE) at++;
  return at;
}

/* 10:37, 15:23:00, behind blanks. */
static size_t read_time(const gm_view *view, size_t at) {
  size_t i = skip_blanks(view, at), end = at;
  uint32_t part;
  for (int field = 0; field < 3; field++) {
    size_t n = read_number(view, i, 2, &part);
    if (!n || !(view->cls[i] & GM_DIGIT)) break;
    i += n;
    if (field) end = i;
    if (view->cp[i] != ':' && view->cp[i] != 0xFF1A) break;
    i++;
  }
  return end - at;
}

size_t gm_date_read(const gm_view *view, size_t at, gm_date *date) {
  uint32_t year, month = 0, day = 0;
  size_t i = at, n = read_number(view, i, 4, &year);
  if (n != 4 || year < 1800 || year > 2199 || (view->cls[i + 4] & GM_DIGIT)) return 0;
  i = skip_blanks(view, i + 4);
  uint32_t mark = view->cp[i];
  bool han = mark == 0x5E74; /* 年 */
  if (!han && mark != '-' && mark != '/' && mark != '.') return 0;
  i = skip_blanks(view, i + 1);
  n = read_number(view, i, 2, &month);
  if (!n || !month || month > 12) return 0;
  i += n;
  size_t end = i;
  if (han) {
    i = skip_blanks(view, i);
    if (view->cp[i] != 0x6708) return 0; /* 月 */
    end = ++i;
    i = skip_blanks(view, i);
  } else {
    if (view->cp[i] != mark) return 0;
    i++;
  }
  n = read_number(view, i, 2, &day);
  if (n && day && day <= 31 && (!han || view->cp[skip_blanks(view, i + n)] == 0x65E5)) { /* 日 */
    end = han ? skip_blanks(view, i + n) + 1 : i + n;
    if (!han && (view->cls[end] & GM_DIGIT)) return 0;
  } else if (han) {
    day = 0;
  } else {
    return 0;
  }
  *date = (gm_date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
  return end + read_time(view, end) - at;
}

/* The date at key index `at`; gives the key index behind it, 0 when there is none. */
static size_t date_at(const key *k, const gm_view *view, size_t at, gm_date *date) {
  if (at >= k->count || !(view->cls[k->at[at]] & (GM_DIGIT | GM_NUMERAL))) return 0;
  size_t n = gm_date_read(view, k->at[at], date);
  if (!n) return 0;
  size_t end = k->at[at] + n, i = at;
  while (i < k->count && k->at[i] < end) i++;
  return i;
}

/* ---- labelled lines ---- */

/* A label with its separator at `at`; gives the key index of its value. */
static size_t label_at(const key *k, size_t at, const label **found) {
  size_t best = 0;
  bool bracket = at < k->count && one_of(k->cp[at], u"【[〔");
  size_t start = at + bracket;
  for (size_t i = 0; i < COUNT(labels); i++) {
    size_t n = match(k, start, labels[i].word);
    if (!n) continue;
    size_t end = start + n;
    bool open = bracket;
    if (open && one_of(k->cp[end], u"】]〕")) {
      end++;
      open = false;
    }
    bool bar = one_of(k->cp[end], u"|丨｜︱┃/");
    bool colon = one_of(k->cp[end], u"：:");
    bool counts = labels[i].value == VALUE_COUNT && (end == k->count || gm_class_of(k->cp[end]) & GM_DIGIT);
    bool ended = end == k->count && (labels[i].value == VALUE_COUNT || (bracket && !open));
    if (labels[i].value == VALUE_CREDIT ? !bar : !bar && !colon && !counts && !ended && !(bracket && !open)) continue;
    if (end + (bar || colon) <= best) continue;
    best = end + (bar || colon);
    *found = &labels[i];
  }
  return best;
}

/* Is `from` the start of another labelled part or date, so that the value before it has ended? */
static bool part_starts(const key *k, const gm_view *view, size_t at) {
  const label *ignored;
  gm_date date;
  bool boundary = k->gap[at] || one_of(k->cp[at], u"【[") ||
                  (at && (gm_class_of(k->cp[at - 1]) & GM_DIGIT || one_of(k->cp[at - 1], u"】]）；，|")));
  if (!boundary) return false;
  return label_at(k, at, &ignored) || (k->gap[at] && date_at(k, view, at, &date));
}

/* 【打印本页】 between blanks. */
static bool tool_bracket(const key *k, size_t at) {
  if (!k->gap[at] || k->cp[at] != 0x3010) return false;
  size_t end = at;
  while (end < k->count && k->cp[end] != 0x3011) end++;
  return end < k->count && end - at <= 7 && (end + 1 == k->count || k->gap[end + 1]);
}

static bool is_count(const key *k, size_t from, size_t to) {
  for (size_t i = from; i < to; i++)
    if (!(gm_class_of(k->cp[i]) & GM_DIGIT) && !one_of(k->cp[i], u"次人万余+.，,[]【】（）-")) return false;
  return true;
}

#define VALUE_CHARS 40 /* names and phrases; longer is a sentence */
#define TITLE_CHARS 120

static bool is_phrase(const key *k, size_t from, size_t to) {
  if (to - from > VALUE_CHARS || has(k, from, to, u"！？")) return false;
  return !has(k, from, to ? to - 1 : to, u"。") && (to - from <= 24 || !has(k, from, to, u"，；"));
}

/* Reads a line made of labelled parts, dates and toolbar brackets; false when anything else stands in it. */
static bool read_labels(gm_look *look, const key *k, const gm_view *view, size_t start) {
  uint32_t fields = 0, empty = 0;
  bool labelled = false, tools_only = false, weak = true, links = false, tools_follow = false;
  gm_date date = {0, 0, 0};
  for (size_t at = start; at < k->count;) {
    const label *row = NULL;
    gm_date when;
    size_t value = label_at(k, at, &row);
    if (!value) {
      size_t after = date_at(k, view, at, &when);
      if (after) {
        if (at > start && !labelled && !fields) return false;
        fields |= GM_FIELD_DATE;
        if (!date.year) date = when;
        at = after;
        continue;
      }
      if (!labelled && !(fields & GM_FIELD_DATE)) return false;
      /* Between the parts only closing brackets and what a toolbar prints may stand. */
      if (one_of(k->cp[at], u"【[")) {
        while (at < k->count && !one_of(k->cp[at], u"】]")) at++;
        at++;
        continue;
      }
      if (is_mark(k->cp[at])) {
        at++;
        continue;
      }
      if (k->gap[at] && k->count - at <= 20 && !has(k, at, k->count, u"，。；！？") && (labelled || k->gap[at])) {
        if (!labelled && ends_with(k, k->count, u"公布")) return false;
        fields |= GM_FIELD_SOURCE;
        break;
      }
      return false;
    }
    labelled = true;
    weak = weak && row->weak;
    size_t to = value, ignored = date_at(k, view, value, &when);
    bool dated = row->value == VALUE_DATE || row->value == VALUE_STAMP;
    if (dated && ignored)
      to = ignored;
    else if (tool_bracket(k, to))
      ; /* a toolbar bracket behind an empty label */
    else if (k->gap[to] && part_starts(k, view, to))
      ; /* an empty label before another part */
    else
      do to++;
      while (to < k->count && !part_starts(k, view, to) && !(tool_bracket(k, to)));
    if (to > k->count) to = k->count;
    if (row->value == VALUE_TOOLS || row->value == VALUE_LINK) {
      if (row->value == VALUE_LINK) to = k->count;
      if (row->value == VALUE_TOOLS && to - value > 24) return false;
      tools_only = true;
      tools_follow = tools_follow || to > value;
      links = links || row->value == VALUE_LINK;
      at = to;
      continue;
    }
    if (to == value) {
      empty |= row->field;
      at = to;
      continue;
    }
    switch (row->value) {
      case VALUE_COUNT:
        if (!is_count(k, value, to)) return false;
        break;
      case VALUE_DATE:
      case VALUE_STAMP: {
        size_t from = value, after = date_at(k, view, from, &when);
        while (!after && from < to && from < value + 4) after = date_at(k, view, ++from, &when); /* 发布日期: 日期： */
        if (!after && row->value == VALUE_DATE) return false;
        if (after && (!date.year || (row->field & GM_FIELD_DATE))) date = when;
        if (!is_phrase(k, value, to)) return false;
        break;
      }
      case VALUE_TITLE:
        if (to - value > TITLE_CHARS) return false;
        break;
      case VALUE_ANY:
      case VALUE_CREDIT:
      default:
        if (!(row->field & GM_FIELD_URL) && !is_phrase(k, value, to)) return false;
        break;
    }
    fields |= row->field;
    at = to;
  }
  if (!labelled && !(fields & GM_FIELD_DATE)) return false;
  look->fields = fields;
  look->date = date;
  if (fields == GM_FIELD_VIEWS || (!fields && empty == GM_FIELD_VIEWS)) {
    look->kind = GM_LINE_COUNTER;
    look->fields = GM_FIELD_VIEWS;
  } else if (!fields && tools_only) {
    look->kind = links || tools_follow ? GM_LINE_NAV : GM_LINE_META;
  } else {
    look->kind = GM_LINE_META;
    if (!fields) {
      look->flags |= GM_LOOK_EMPTY_LABEL;
      look->fields = empty;
    }
  }
  if (weak && labelled) look->flags |= GM_LOOK_WEAK;
  return true;
}

bool gm_label_value(const gm_view *view, uint32_t field, size_t *from, size_t *to) {
  key k;
  make_key(&k, view);
  size_t start = 0;
  while (start < k.count && is_mark(k.cp[start]) && !one_of(k.cp[start], u"【[〔")) start++;
  for (size_t at = start; at < k.count; at++) {
    const label *row = NULL;
    if (at > start && !part_starts(&k, view, at)) continue;
    size_t value = label_at(&k, at, &row), end = value;
    if (!value || !(row->field & field)) continue;
    while (end < k.count && !part_starts(&k, view, end) && !tool_bracket(&k, end)) end++;
    if (end == value) continue;
    *from = k.at[value];
    *to = k.at[end - 1] + 1;
    return true;
  }
  return false;
}

/* ---- other kinds ---- */

/* Nothing but words of a toolbar between marks. */
static bool is_toolbar(const key *k, gm_look *look) {
  size_t words = 0, at = 0;
  bool open = false, all_single = true;
  while (at < k->count) {
    unit c = k->cp[at];
    if (is_mark(c)) {
      if (one_of(c, u"。！？；、…") && c != 0x2026 && at + 1 < k->count) return false;
      if (one_of(c, u"【[")) open = true;
      if (one_of(c, u"】]")) open = false;
      if (c == ']' && at + 1 < k->count && k->cp[at + 1] == 0xFF08) break; /* the target of a Markdown link */
      at++;
      continue;
    }
    size_t best = 0;
    for (size_t i = 0; i < COUNT(tools); i++) {
      size_t n = match(k, at, tools[i]);
      size_t end = at + n;
      if (n > best && (end == k->count || is_mark(k->cp[end]) || k->gap[end])) best = n;
    }
    if (!best) return false;
    all_single = all_single && best == 1;
    words++;
    at += best;
  }
  if (!words || (words == 1 && all_single)) return false;
  look->kind = GM_LINE_NAV;
  look->flags |= GM_LOOK_WEAK;
  if (open) look->flags |= GM_LOOK_TOOL_OPEN;
  return true;
}

static bool is_related(const key *k, size_t start, gm_look *look) {
  for (size_t i = 0; i < COUNT(related); i++) {
    size_t n = match(k, start, related[i]);
    if (!n) continue;
    size_t end = start + n;
    while (end < k->count && is_mark(k->cp[end])) end++;
    if (end < k->count) continue;
    look->kind = GM_LINE_NAV;
    look->flags |= GM_LOOK_LINKS | GM_LOOK_WEAK;
    return true;
  }
  return false;
}

/* 首页 > 新闻 > 正文: the last step that is not 正文 names the section, kept in `tail`. */
static void read_steps(const key *k, size_t from, gm_look *look) {
  size_t start = from, end = from;
  for (size_t i = from; i <= k->count; i++) {
    if (i < k->count && !one_of(k->cp[i], u">›»〉》→：")) continue;
    if (i > start && !(i - start == 2 && match(k, start, u"正文"))) {
      from = start;
      end = i;
    }
    start = i + 1;
  }
  if (end == from) return;
  look->tail = hash_of(k, from, end);
  look->fields |= GM_FIELD_SECTION;
}

static bool is_steps(const key *k, gm_look *look) {
  size_t arrows = 0;
  for (size_t i = 0; i < k->count; i++) arrows += one_of(k->cp[i], u">›»");
  bool from_home = match(k, 0, u"首页") || match(k, 0, u"网站首页");
  bool to_text = ends_with(k, k->count, u"正文") || ends_with(k, k->count, u"详情");
  if (k->count > 80 || !arrows || !(from_home || (to_text && arrows > 1))) return false;
  look->kind = GM_LINE_NAV;
  read_steps(k, 0, look);
  return true;
}

static bool is_opening(const key *k, size_t start, gm_look *look) {
  for (size_t i = 0; i < COUNT(openings); i++) {
    size_t n = match(k, start, openings[i].word);
    if (!n || k->count > openings[i].limit) continue;
    uint16_t flags = openings[i].flags;
    if (openings[i].kind == GM_LINE_NAV && openings[i].limit == 80) {
      if (k->count > start + n && !has(k, start + n, k->count, u"：>›»】-")) continue;
      read_steps(k, start + n, look);
    } else if ((flags & GM_LOOK_NOTICE) && k->count > start + n && !one_of(k->cp[start + n], u"：】")) {
      continue;
    } else if (match(k, start, u"本文为")) { /* 本文为某平台作者上传并发布，仅代表作者观点 */
      size_t i2 = start;
      while (i2 < k->count && !match(k, i2, u"仅代表") && !match(k, i2, u"不代表")) i2++;
      if (i2 == k->count) continue;
      flags &= (uint16_t)~GM_LOOK_WEAK;
    } else if (openings[i].kind == GM_LINE_AD && ends_with(k, k->count, u"。") && (flags & GM_LOOK_WEAK) &&
               k->count > 40) {
      continue;
    }
    look->kind = openings[i].kind;
    look->flags |= flags;
    return true;
  }
  return false;
}

static bool is_picture_name(const key *k) {
  static const unit *const endings[] = {u".jpg", u".jpeg", u".png", u".gif", u".bmp", u".webp", u".svg", u".tif"};
  if (k->count > 80 || has(k, 0, k->count, u"，。；！？：")) return false;
  for (size_t i = 0; i < COUNT(endings); i++)
    if (k->count > 4 && ends_with(k, k->count, endings[i])) return true;
  return false;
}

/* ![text](target) and <img …>, nothing else. */
static bool is_picture(const key *k, bool cut) {
  if (match(k, 0, u"<img") && k->cp[k->count - 1] == '>') return true;
  size_t at = 0;
  while (at < k->count) {
    if (one_of(k->cp[at], u"•·-*+") && !at) {
      at++;
      continue;
    }
    if (k->cp[at] != 0xFF01 || k->cp[at + 1] != '[') return false;
    while (at < k->count && k->cp[at] != ']') at++;
    if (at >= k->count || k->cp[at + 1] != 0xFF08) return false;
    while (at < k->count && k->cp[at] != 0xFF09) at++;
    if (at == k->count) return cut;
    at++;
  }
  return true;
}

/* … 某某 摄, 某馆供图, （资料图片）. */
static bool is_caption(const key *k) {
  size_t end = k->count;
  if (end < 4 || end > 160) return false;
  while (end && one_of(k->cp[end - 1], u"）】]。")) end--;
  if (end < 3) return false;
  if (k->cp[end - 1] == 0x6444) /* 摄 */
    return !one_of(k->cp[end - 2], u"拍录航统兼") &&
           (k->gap[end - 1] || k->gap[end - 2] || k->gap[end - 3] || k->gap[end - 4 < end ? end - 4 : 0] ||
            has(k, 0, end - 1, u"。（"));
  if (ends_with(k, end, u"供图") || ends_with(k, end, u"摄影报道")) return true;
  static const unit *const pictures[] = {u"网站图片", u"资料图片", u"直播图片", u"视频截图",
                                         u"资料图",   u"资料照片", u"网络图片", u"效果图片"};
  for (size_t i = 0; i < COUNT(pictures); i++)
    if (ends_with(k, end, pictures[i])) {
      size_t n = 0;
      while (pictures[i][n]) n++;
      return end == n || end < k->count ||
             (k->gap[end - n] || one_of(k->cp[end - n - 1], u"。（【") || has(k, 0, end, u"。"));
    }
  return false;
}

/* <center>=====</center>, <!-- … -->, a lone -->: markup around nothing. */
static bool is_markup(const key *k, gm_look *look) {
  if (match(k, 0, u"<\uFF01--") && ends_with(k, k->count, u"-->")) {
    look->kind = GM_LINE_NAV;
    return true;
  }
  if (k->count == 3 && match(k, 0, u"-->")) {
    look->kind = GM_LINE_FOOTER;
    return true;
  }
  if (k->cp[0] != '<' || k->cp[k->count - 1] != '>') return false;
  bool in_tag = false;
  for (size_t i = 0; i < k->count; i++) {
    if (k->cp[i] == '<')
      in_tag = true;
    else if (k->cp[i] == '>')
      in_tag = false;
    else if (!in_tag && !one_of(k->cp[i], u"=-_*"))
      return false;
  }
  look->kind = GM_LINE_NAV;
  return true;
}

/* 国办发〔2019〕2号 alone. */
static bool is_document_number(const key *k) {
  if (k->count < 7 || k->count > 30 || k->cp[k->count - 1] != 0x53F7) return false;
  for (size_t i = 1; i + 6 < k->count; i++) {
    if (!one_of(k->cp[i], u"〔[（【")) continue;
    size_t digits = 0;
    while (gm_class_of(k->cp[i + 1 + digits]) & GM_DIGIT) digits++;
    if (digits != 4 || !one_of(k->cp[i + 5], u"〕]）】")) return false;
    for (size_t j = i + 6; j + 1 < k->count; j++)
      if (!(gm_class_of(k->cp[j]) & GM_DIGIT) && k->cp[j] != 0x7B2C) return false;
    return !has(k, 0, i, u"，。、：");
  }
  return false;
}

static bool is_distribution(const key *k) {
  if (k->count < 6 || k->count > 20) return false;
  size_t at = k->cp[0] == 0xFF08;
  if (!at || k->cp[k->count - 1] != 0xFF09) return false;
  return match(k, at, u"此件") || match(k, at, u"本文有删减") || match(k, at, u"此文有删减") ||
         match(k, at, u"主动公开") || match(k, at, u"公开发布") || match(k, at, u"依申请公开");
}

/* 某网消息（某栏目）： alone. */
static bool is_dateline(const key *k) {
  if (k->count < 4 || k->count > 24 || k->cp[k->count - 1] != 0xFF1A) return false;
  for (size_t i = 2; i + 2 < k->count; i++)
    if (match(k, i, u"消息") || match(k, i, u"网讯") || match(k, i, u"报讯")) return one_of(k->cp[i + 2], u"（：");
  return false;
}

static bool is_byline(const key *k) {
  static const unit *const people[] = {u"记者", u"通讯员", u"实习生", u"特约记者"};
  if (k->count < 4 || k->count > 36 || has(k, 0, k->count, u"。，；：！？")) return false;
  size_t at = one_of(k->cp[0], u"（□■◎○●【");
  for (size_t i = 0; i < COUNT(people); i++) {
    if (match(k, at, people[i])) return k->gap[at + 2] || k->count - at <= 8 || at;
    if (match(k, at, u"本报") || match(k, at, u"本网") || match(k, at, u"本刊") || match(k, at, u"新华社") ||
        match(k, at, u"新华网") || match(k, at, u"人民网") || match(k, at, u"中新网") || match(k, at, u"央视网"))
      for (size_t j = at + 2; j < at + 6; j++)
        if (match(k, j, people[i])) return k->count - j <= 24;
  }
  return false;
}

/* A date and what was done on it: 2022年4月14日 某局令第56号公布. */
static bool is_promulgation(const key *k, const gm_view *view, gm_look *look) {
  static const unit *const acts[] = {u"公布", u"通过", u"发布", u"施行", u"实施", u"修订", u"修正", u"批准", u"印发"};
  size_t start = k->cp[0] == 0xFF08, end = k->count;
  size_t after = date_at(k, view, start, &look->date);
  if (!after || end > 120) return false;
  while (end > after && one_of(k->cp[end - 1], u"）")) end--;
  if (has(k, after, end, u"。")) return false;
  for (size_t i = 0; i < COUNT(acts); i++)
    if (ends_with(k, end, acts[i])) {
      look->fields = end - after <= 4 ? GM_FIELD_DATE : GM_FIELD_PROMULGATION;
      return true;
    }
  return false;
}

/* （某部　一九九七年一月二十八日） */
static bool is_author_and_date(const key *k, const gm_view *view, gm_look *look) {
  if (k->cp[0] != 0xFF08 || k->cp[k->count - 1] != 0xFF09 || k->count > 40) return false;
  for (size_t i = 2; i + 6 < k->count; i++)
    if (k->gap[i] && date_at(k, view, i, &look->date) == k->count - 1) return true;
  return false;
}

static bool is_date_alone(const key *k, const gm_view *view, gm_look *look) {
  size_t start = one_of(k->cp[0], u"（【");
  size_t end = date_at(k, view, start, &look->date);
  if (!end) return false;
  while (end < k->count && one_of(k->cp[end], u"）】。")) end++;
  if (end < k->count && match(k, end, u"星期")) end += 3;
  return end >= k->count;
}

static void finish_meta(gm_look *look, uint32_t fields) {
  look->kind = GM_LINE_META;
  look->fields = fields;
}

/* Where the words begin: behind bullets, arrows and opening brackets. */
static size_t words_start(const key *k) {
  size_t at = 0;
  while (at < k->count && one_of(k->cp[at], u"•·●■◆▲▼>»-*#↑↓+")) at++;
  return at;
}

void gm_label_read(gm_look *look, const gm_view *view) {
  key k;
  make_key(&k, view);
  if (!k.count) return;
  bool cut = look->chars > k.count;
  look->hash = hash_of(&k, 0, k.count);
  unit first = k.cp[0];
  if (first == '`' || first == '~') {
    if (match(&k, 0, u"```") || match(&k, 0, u"~~~")) {
      look->flags |= GM_LOOK_FENCE;
      return;
    }
  }
  if (first == '|' && k.count > 2 && k.cp[k.count - 1] == '|') {
    look->flags |= GM_LOOK_TABLE;
    look->kind = GM_LINE_TABLE;
    return;
  }
  if (is_picture(&k, cut) || is_picture_name(&k)) {
    look->kind = GM_LINE_IMAGE;
    return;
  }
  if (cut) return;
  if (k.count == 3 && match(&k, 0, u"---")) {
    look->flags |= GM_LOOK_RULE;
    return;
  }
  if (k.count == 1 && one_of(first, u"】]")) {
    look->flags |= GM_LOOK_LONE_CLOSE;
    return;
  }
  size_t start = words_start(&k);
  size_t labels_from = start;
  if (first == 0xFF08 && k.cp[k.count - 1] == 0xFF09) labels_from = 1; /* （文/某某） */
  if (is_markup(&k, look) || is_date_alone(&k, view, look)) {
    if (look->kind == GM_LINE_PROSE) {
      finish_meta(look, GM_FIELD_DATE);
      look->flags |= GM_LOOK_DATE_ALONE;
    }
    return;
  }
  if (is_promulgation(&k, view, look)) {
    look->kind = GM_LINE_META;
    return;
  }
  if (is_author_and_date(&k, view, look)) {
    finish_meta(look, GM_FIELD_AUTHOR | GM_FIELD_DATE);
    return;
  }
  look->date = (gm_date){0, 0, 0};
  if (is_steps(&k, look) || is_opening(&k, start, look) || is_related(&k, start, look) || is_toolbar(&k, look)) return;
  if (read_labels(look, &k, view, labels_from)) return;
  look->date = (gm_date){0, 0, 0};
  if (is_document_number(&k))
    finish_meta(look, GM_FIELD_DOCNO);
  else if (is_distribution(&k))
    finish_meta(look, GM_FIELD_DISTRIBUTION);
  else if (is_dateline(&k))
    finish_meta(look, GM_FIELD_SOURCE);
  else if (is_byline(&k))
    finish_meta(look, GM_FIELD_AUTHOR);
  else if (is_caption(&k)) {
    look->kind = GM_LINE_IMAGE;
    look->fields = GM_FIELD_CAPTION;
  } else {
    bool plain = k.count <= 30;
    for (size_t i = 0; i < k.count && plain; i++)
      plain = gm_class_of(k.cp[i]) & (GM_HAN | GM_DIGIT | GM_OPEN | GM_CLOSE);
    if (plain) look->flags |= GM_LOOK_PLAIN;
    if (match(&k, 0, u"——")) look->flags |= GM_LOOK_DASH;
    if (k.count >= 60 || (k.count >= 20 && one_of(k.cp[k.count - 1], u"。！？；"))) look->flags |= GM_LOOK_LONG;
    /* A speaker's name before the title hides its second printing: 某某关于……的说明. */
    for (size_t i = 2; i + 8 < k.count && i < 12; i++)
      if (match(&k, i, u"关于")) {
        look->tail = hash_of(&k, i, k.count);
        break;
      }
    for (size_t i = 0; i < k.count && i < 24; i++)
      if (k.cp[i] == 0xFF1A || (k.cp[0] == '-' && k.gap[i])) {
        look->flags |= GM_LOOK_KEY;
        break;
      }
  }
}
