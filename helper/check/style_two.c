/* STY-01: 二 where a measure word takes 两. */
#include "check/dates.h"
#include "check/families.h"
#include "check/words.h"

static bool numeric(const gm_view *view, size_t at) { return view->cls[at] & (GM_DIGIT | GM_NUMERAL); }

static bool numeric_before(const gm_view *view, size_t at) { return at && numeric(view, at - 1); }

/* Things counted by 两 and never ordered by 二 (二级 二期 二楼 二组 二部 are ordinals). */
#define COUNTED "个 名 件 位 种 项 家 户 篇 辆 座 份 岁 天 小时 分钟 枚 颗 艘 只 棵 株 幅 首 封 句 栋 间 场 条"
#define NO_COUNT                                                                                                                                           \
  "个别 个体 个性 个案 名法 项式 项目 项分布 天气 天下 家庭 家长 家属 份额 场所 只要 只能 种植 条例 条街 位数 " \
  "位元 位一体 首 "                                                                                                                                  \
  "句号 间接 间隔 间歇 户籍 户口 户市 户站 户车站 位于 位居 位列 件套"

/* 二次 as an adjective, "secondary". */
#define SECONDARY                                                                                                                                               \
  "供水 加压 污染 开发 利用 装修 创业 元 函数 加工 分配 招标 曝光 灾害 型 方程 曲线 伤害 传播 创新 改造 审核 供热 " \
  "能源 回路 设备 电池 结构 腾飞 就业 核查 供暖 报价 销售 交易 消费 抽样 补偿 验收 元旦 革命 审议 全会"

/* What people come together for, told by how many times it was held. */
#define GATHERINGS "活动 演练 讲座 会议 座谈 比赛 宣讲 研讨 演出 义诊 谈话 会谈 约谈 对话 磋商"

#define GATHERING_CHARS 6 /* looked at: 消防安全演练 */

/* Does one stand right behind 二次, or a little farther, and no word of what is done a second time? */
static bool holds_gathering(const gm_view *view, size_t at) {
  if (gm_words_at(view, at, SECONDARY)) return false;
  for (size_t i = at; i < at + GATHERING_CHARS && i < view->count && view->cls[i] & GM_HAN; i++)
    if (gm_words_at(view, i, GATHERINGS)) return true;
  return false;
}

/* Statutes count in 二: 第十五条 opens the line, or the term is one of punishment. */
static bool legal_style(const gm_view *view, size_t i) {
  size_t start = 0;
  while (start < view->count && view->cls[start] & GM_SPACE) start++;
  if (gm_one_of(view, start, "第")) {
    size_t number = gm_number_at(view, start + 1);
    if (number && gm_one_of(view, start + 1 + number, "条")) return true;
  }
  return gm_words_at(view, i + 1, "年以上 年以下 个月以上 个月以下 人以上 次以上 名以上 项以上 种以上 年有期") != 0;
}

/* What is said before a number of things, and before no ordinal: 新添二台, 查处二起. */
#define COUNTS                                                                                                                                                       \
  "新增 新添 增添 添置 增设 增加 增配 增派 增购 加派 新购 购置 购买 购入 购进 采购 选购 订购 配备 配置 配齐 加装 "       \
  "安装 新装 装有 设有 下设 内设 新设 搭建 新建 建有 共建 建成 建起 修建 兴建 改建 改造 修缮 修复 维修 维护 整修 "       \
  "更换 "                                                                                                                                                          \
  "更新 替换 共 共有 共计 合计 总计 累计 总共 一共 先后 现有 现存 原有 另有 还有 只有 仅有 各有 备有 存有 留有 拥有 "   \
  "已有 有 仅 只 只剩 仅剩 还剩 剩下 剩余 尚有 余下 投入 投放 出动 调集 调派 调来 调运 派出 派来 抽调 动用 租用 租赁 "  \
  "租来 借用 借来 捐赠 捐献 赠送 赠予 送来 送去 发放 颁发 印制 制作 绘制 展出 展示 陈列 查获 缴获 没收 扣押 收缴 "       \
  "查扣 "                                                                                                                                                          \
  "查封 拆除 清理 清除 抓获 捕获 救助 种植 栽种 养殖 饲养 开辟 开挖 开凿 铺设 架设 悬挂 张贴 设置 布设 发现 查处 "       \
  "查出 "                                                                                                                                                          \
  "排查 整改 发生 侦破 破获 办理 受理 审结 化解 调处 收到 接到 接收 引进 引入 研发 推出 获赠 捧回 夺得 赢得 斩获 "       \
  "取得 "                                                                                                                                                          \
  "开出 开行 增开 加开 停放 停着 摆着 放着 挂着 坐着 站着 住着 立着 堆着 带着 提着 拎着 扛着 捧着 养着 各 每 近 约 "     \
  "这 那 其余 其他 另外 另 其中 涉及 涉案 达 达到 超过 不足 用 使用 带来 买来 运来 运送 提供 生产 交付 售出 卖出 "        \
  "租出 了 过 得 着 增至 增加到 增加至 增到 减至 减少到 减少至 扩大到 扩至 扩为 增为 添到 压缩到 补助 补贴 奖励 分得 " \
  "分到 领到 "                                                                                                                                                   \
  "领取 新买的 购买的 购置的 采购的 新购的 新添的 新增的 增设的 添置的 配备的 捐赠的 送来的 引进的 租来的 新建的 "    \
  "剩下的 仅有的 唯一的"
/* 公有二处, 去了二处: what ends in one of those words and is none. */
#define COUNTS_NOT                                                                                                                                             \
  "公共 中共 国共 国有 公有 私有 所有 民有 固有 享有 到了 去了 回了 成了 为了 除了 去过 到过 进过 通过 不过 抵达 " \
  "到达 "                                                                                                                                                    \
  "直达 转达 传达 节约 签约 条约 合约 违约 节省 附近 最近 靠近 临近 接近 采用 录用 任用 聘用 启用 只得 觉得 来得 " \
  "随着 "                                                                                                                                                    \
  "沿着 向着 朝着 对着 跟着 接着 顺着 照着 "                                                                                                   \
  "部分 水分 成分 充分 十分 百分 满分 积分 学分 得分 评分 区分 处分 养分 名分 本分 过分 缘分 辈分 天分 加分 扣分 " \
  "减分 总分 "                                                                                                                                             \
  "高分 低分 几分"

/* What something is divided into: 分二批. */
#define PARTS "期 批 批次 步 组 路 队 层 类 段 阶段 块 档 片 班 半 截 股 伙 轮"

typedef struct two_row {
  const char *units;  /* measure words */
  const char *before; /* what has to stand before 二 */
  const char *behind; /* and what behind the measure word, NULL for anything */
  const char *unless; /* what the characters behind 二 are none of: 二处长 */
} two_row;

/* Measure words that count behind such words only: an office is called 二处, a channel 二台, a mortgage's 二套房. */
#define COUNTED_BEHIND(ROW)                                                                                                                                         \
  ROW("台 处 辆 套 张 支 根 所 幢 笔 片 块 扇 口 双 对 把 盏 头 匹 群 股 款 顶 碗 杯 瓶 袋 箱 桶 盒 罐 筐 捆 车 架 "            \
      "挺 "                                                                                                                                                        \
      "面 堵 串 "                                                                                                                                                \
      "例 起 宗 则 台套 架次 枝 朵 粒 滴 排 摞 沓 壶 盆 锅 船",                                                                                                     \
      COUNTS, NULL,                                                                                                                                                 \
      "处长 处级 处室 处理 处置 处分 处罚 处方 处科 处于 处在 处负责人 台子 台账 台阶 台商 台胞 台资 套房 套住房 "       \
      "套商品房 套贷 "                                                                                                                                        \
      "套首付 "                                                                                                                                                  \
      "套利 套认定 套按揭 套班子 支行 支部 支队 支持 支撑 支付 把手 把关 把握 头肌 片区 面性 面临 面对 面向 面积 "       \
      "起来 "                                                                                                                                                     \
      "股东 "                                                                                                                                                     \
      "排放 排查 排名 排水 车间 车道 对一 对二 对于 对外 例外 例会 例如 例行 所谓 所以 所有 所在 所需 根据 双方 双赢 "  \
      "群众 "                                                                                                                                                     \
      "口径 口号 则是 串联")                                                                                                                                        \
  ROW("处", "在 对 将 把 于 从 由 为 至 向 该",                                                                                                                     \
      "水源地 水源 工地 场地 景区 景点 遗址 工程 隐患 院落 民居 房屋 滑坡 边坡 桥梁 路段 泵站 停车场 公园 绿地 基地 "   \
      "站点 "                                                                                                                                                     \
      "网点 点位 文物 摊点 积水 涵洞 码头 渡口 墓葬 驿站 广场 岗亭 卡口 险工 险段",                                                                                 \
      NULL)                                                                                                                                                         \
  ROW("支", COUNTS, "队伍", NULL)                                                                                                                                   \
  ROW("副", COUNTS, "手套 眼镜 对联 春联 担架 扑克 象棋 重担 拐杖 手铐", NULL)                                                                                      \
  ROW("本", COUNTS,                                                                                                                                                 \
      "书 书籍 图书 专著 著作 诗集 画册 相册 小说 散文集 账 账本 账册 台账 日记 笔记 手册 杂志 证 护照 存折 教材 "        \
      "词典 "                                                                                                                                                     \
      "字典 文集",                                                                                                                                                  \
      NULL)                                                                                                                                                         \
  ROW("部", COUNTS,                                                                                                                                                 \
      "手机 电话 电梯 作品 电影 影片 专著 著作 法律 法规 纪录片 电视剧 摄像机 相机 对讲机 小说 话剧 舞剧 微电影 短片 " \
      "规章 "                                                                                                                                                     \
      "专题片 宣传片",                                                                                                                                              \
      NULL)                                                                                                                                                         \
  ROW("门", COUNTS, "课 课程 学科 功课 手艺 技术 专业 火炮 选修课 必修课 外语", NULL)                                                                               \
  ROW("段", COUNTS, "相声 视频 录音 话 文字 音频 舞蹈 路 河道 道路 管道 录像 影像 快板", NULL)                                                                      \
  ROW("道", COUNTS, "题 菜 手续 工序 防线 关口 关卡 大菜 难题 闸门 堤防 坎 检查站 铁门", NULL)                                                                      \
  ROW("大类 大块 大板块 大方面 大难题 大优势 大特色 大亮点 大主题 大系统 大阵地 大问题",                                                                            \
      COUNTS " 分 分为 分成 围绕 聚焦 解决 破解 突出 抓好 形成", NULL, NULL)                                                                                        \
  ROW("届 轮 批 批次 代人", "先后 连续 历经 累计 已 共 陆续 分别 经过 经 连任 接连 了", NULL,                                                                       \
      "轮土地 轮承包 轮延包 轮督察 轮巡视 轮续 届全 届中 届一中 届二中 届三中 届四中 届五中 届六中 批本科 批院校")                                                  \
  ROW("批 批次", "发现 检出 查出 抽检 派出 送来 运来 捐赠", NULL, "批本科 批院校")                                                                                  \
  ROW("台 辆 套 盏 扇 块 根 张 口", "内", NULL, "套房 套住房 台子 台账 台阶 张姓")                                                                                  \
  ROW(PARTS, "分为 分成 划分为 划分成 切成 断成 劈成 兵分 共分 可分 拟分 将分", NULL, "期中 类医疗 组长")                                                           \
  ROW(PARTS, "分",                                                                                                                                                  \
      "进行 实施 建设 推进 开展 组织 完成 下达 发放 拨付 举行 举办 施工 交付 投产 走 赶赴 前往 出发 行动 开发 培训 "     \
      "赴 "                                                                                                                                                        \
      "支付 到位 "                                                                                                                                              \
      "验收 入户 巡查 运 运往 采购 招标 上报 建成 改造 ， 。 ； 、",                                                                                                \
      "期中 类医疗 组长")                                                                                                                                           \
  ROW("方面",                                                                                                                                                       \
      "从 在 有 以下 如下 以上 这 那 分 为 分为 主要 因 出于 存在 围绕 抓好 做好 下列 上述 具体 包括 体现在 表现在 "      \
      "抓住 "                                                                                                                                                     \
      "突出",                                                                                                                                                       \
      NULL, NULL)                                                                                                                                                   \
  ROW("部分", "由 分 分为 分成 共 有 这 那 包括 包含 含 共有 设", NULL, NULL)                                                                                       \
  ROW("点", COUNTS " 提 讲 谈 说 提出 强调",                                                                                                                        \
      "意见 要求 建议 希望 体会 看法 思考 说明 补充 启示 感受 想法 原因 理由 好处 不足 认识 经验", NULL)                                                            \
  ROW("点", "以上 以下 如下 上述 下列 下面", NULL, "点钟 点半 点整 点前 点左右")                                                                                    \
  ROW("侧 岸 旁", "路 道 街 河 江 溪 渠 沟 巷 桥 堤 坝 湖 海峡 线 床", NULL, "岸线")                                                                                \
  ROW("趟 遍 圈 回 声 步 晚 夜 回事 码事 个来回", "了 过 是 先后 又 连 连续 每天 共 着", NULL,                                                                      \
      "声部 步走的 圈层 回路 夜间")

static const two_row counted_behind[] = {
#define ROW(units, before, behind, unless) {units, before, behind, unless},
    COUNTED_BEHIND(ROW)
#undef ROW
};

#define WORDS(units, before, behind, unless) units " "
static const char all_units[] = COUNTED_BEHIND(WORDS); /* most characters begin none */
#undef WORDS

static bool counts_behind(const gm_view *view, size_t i, size_t *unit) {
  const uint16_t word = GM_HAN | GM_SPACE; /* behind a mark most of them open a clause: 二是 */
  if (!i || !(view->cls[i - 1] & word) || !(view->cls[i + 1] & word) || !gm_words_at(view, i + 1, all_units))
    return false;
  for (size_t row = 0; row < sizeof counted_behind / sizeof *counted_behind; row++) {
    const two_row *r = &counted_behind[row];
    size_t length = gm_words_at(view, i + 1, r->units), behind = i + 1 + length;
    if (!length || (r->unless && gm_words_at(view, i + 1, r->unless))) continue;
    if (r->behind && !gm_words_at(view, behind, r->behind)) continue;
    if (!gm_words_before(view, i, r->before) || gm_words_before(view, i, COUNTS_NOT)) continue;
    /* 设一处、二处、三处 is a list of ordinals. */
    if (gm_one_of(view, behind, "、和") && gm_number_at(view, behind + 1)) continue;
    *unit = length;
    return true;
  }
  return false;
}

void gm_check_er_for_liang(gm_line_check *check, size_t i) {
  const gm_view *view = check->view;
  if (numeric_before(view, i) || view->cls[i] & GM_IN_TITLE) return;
  if (gm_one_before(view, i, "第初大高研小周期拜其之老十无独不说幺.-/．") &&
      !gm_words_before(view, i, "为期 工期 会期 假期 租期 展期"))
    return;
  if (gm_one_before(view, i, "点") && i > 1 && numeric(view, i - 2)) return; /* 十九点二个百分点 */
  /* 第一、二个; 一、二名: an enumeration of ordinals. */
  if (gm_one_before(view, i, "、和至到－—～") && i > 1 && numeric(view, i - 2)) return;
  size_t unit = gm_words_at(view, i + 1, COUNTED);
  /* 二名法 is the naming of species; 二名法官 are two */
  bool counts =
      unit && (!gm_words_at(view, i + 1, NO_COUNT) || gm_words_at(view, i + 1, "名法官 名法律 名法学 名法医 名法警"));
  /* 二位 is an address. */
  if (counts && gm_one_of(view, i + 1, "位") &&
      (gm_one_before(view, i, "你您他她们咱各") || gm_clause_starts(view, i) ||
       gm_words_at(
           view, i + 2,
           "新人 老人 老师 先生 女士 同志 师傅 领导 专家 教授 代表 嘉宾 客人 长辈 院士 家长 贵宾 大姐 大哥 朋友 前辈")))
    return;
  /* 升至二位、三位: ranks */
  if (unit == 1 && gm_one_of(view, i + 2, "、和至到") && gm_number_at(view, i + 3) == 1 &&
      view->cp[i + 4] == view->cp[i + 1] && !gm_one_before(view, i, "有共各"))
    return;
  if (counts && gm_one_of(view, i + 1, "条场间") && !gm_one_before(view, i, "了的有共出这近约前")) return;
  if (!counts && gm_one_of(view, i + 1, "年周")) {
    unit = 1;
    counts = (gm_words_at(view, i + 2, "内 来 多 间 里 以内 以来 左右 时间 前 后 零") ||
              gm_one_before(view, i, "近约过满这每经了达长历有") ||
              gm_words_before(view, i, "今后 往后 此后 以后 未来 最近")) &&
             !gm_words_at(view, i + 2, "级 制 生 期") && !gm_era_before(view, i);
  }
  if (!counts && gm_one_of(view, i + 1, "次")) {
    unit = 1;
    bool ends = i + 2 >= view->count || view->cls[i + 2] & (GM_STOP | GM_PAUSE);
    counts = i && view->cls[i - 1] & GM_HAN && (ends || gm_words_at(view, i + 2, "以上"));
    /* 组织二次演练; 二次供水 and 二次开发 are words of their own. */
    counts = counts || (gm_words_before(view, i,
                                        "组织 举办 举行 召开 举行了 召开了 组织了 举办了 共 先后 "
                                        "获得了 连续 累计 接连 已 每年 每月 每周 每季度 前后 分别") &&
                        !gm_words_at(view, i + 2, SECONDARY));
    /* 进行了二次审议: what is gone through a second time; gatherings are counted */
    counts = counts || (gm_words_before(view, i, "开展 开展了 进行 进行了") && holds_gathering(view, i + 2));
  }
  if (!counts) counts = counts_behind(view, i, &unit);
  if (!counts || legal_style(view, i)) return;
  if (gm_written_otherwise(view, i + 1)) return; /* 南音曲譜二種: quoted from a text of another style */
  gm_report_line(check, i, i + 1 + unit);
  gm_say(check->out, check->language, "量词前用“两”：“%s”应为“两%s”",
         "before a measure word write 两: “%s” should be “两%s”", gm_quote_line(view, i, i + 1 + unit).text,
         gm_quote_line(view, i + 1, i + 1 + unit).text);
  gm_propose(check->out, (gm_position){0, view->raw_at[i]}, (gm_position){0, gm_raw_end(view, i + 1)}, GM_TEXT("两"),
             "STY-01");
}
