package zhanggui.customers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A company's name as it is compared: without legal form, punctuation, case and width. A group, its holding and its
 * branches are companies of their own.
 *
 * @param normal two names with the same one are taken for the same company; a place in brackets stands in front, so that
 *     云帆科技（上海）有限公司 and 上海云帆科技有限公司 are the same, and the companies of two cities are not
 * @param brand what is left without place and trade, such as 云帆; empty when nothing distinctive is
 */
record CompanyName(String normal, String brand) {
    private static final Pattern BRACKETED = Pattern.compile("\\(([^()]{1,12})\\)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’.]");
    private static final Set<String> FORMS = words(
            "co company companies ltd limited inc incorporated llc llp lp corp corporation gmbh ag kg plc sa sas sarl srl"
                    + " spa bv nv ab oy as aps pty pte kk");
    private static final Set<String> PARTS = words("group holding holdings");
    private static final Set<String> TRADES = words(
            "the and of international global technology technologies tech solutions solution systems system services"
                    + " service industries industry industrial enterprises enterprise trading software partners capital"
                    + " consulting china");
    private static final Set<String> CHINESE_FORMS = words("有限责任公司 股份有限公司 有限公司 股份公司 总公司 公司 股份 有限合伙 合伙企业 普通合伙");
    private static final Set<String> CHINESE_PARTS = words("集团 分公司 子公司");
    private static final Set<String> CHINESE_TRADES =
            words("科技 技术 信息 互联网 网络 软件 电子 电气 电器 智能 数据 通信 通讯 贸易 商贸 进出口 实业 发展 投资 控股 管理 咨询 服务 国际 工业 制造 机械 设备"
                    + " 工程 建设 建筑 医疗 医药 药业 生物 食品 物流 供应链 教育 文化 传媒 广告 能源 环保 新材料 材料 汽车 金融 企业 产业 系统 自动化");
    private static final Set<String> CHINESE_COMMON = union(CHINESE_TRADES, CHINESE_PARTS);
    private static final Set<String> PLACES =
            words("中国 北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾"
                    + " 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 广州 深圳 珠海 东莞 佛山 中山 惠州 杭州 宁波 温州 嘉兴 绍兴 南京 苏州 无锡 常州 南通 徐州 合肥"
                    + " 福州 厦门 泉州 南昌 济南 青岛 烟台 潍坊 郑州 洛阳 武汉 长沙 成都 绵阳 贵阳 昆明 西安 兰州 太原 石家庄 沈阳 大连 长春 哈尔滨 南宁"
                    + " 海口 乌鲁木齐 呼和浩特 银川 西宁 拉萨");
    private static final Set<String> KINDS_OF_PLACE = words("特别行政区 自治区 省 市");
    private static final int LONGEST_PLACE = 4;

    static CompanyName of(String name) {
        var text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return HAN.matcher(text).find() ? chinese(text) : foreign(text);
    }

    boolean isEmpty() {
        return normal.isEmpty();
    }

    /** Whether a text is only a place or only a trade. */
    static boolean isGeneric(String text) {
        return PLACES.contains(withoutKind(text)) || CHINESE_TRADES.contains(text);
    }

    static boolean isChinese(String text) {
        return HAN.matcher(text).find();
    }

    private static CompanyName chinese(String text) {
        var place = new StringBuilder();
        var rest = BRACKETED.matcher(text).replaceAll(found -> {
            var inside = withoutKind(withoutForm(found.group(1)));
            if (!PLACES.contains(inside)) return Matcher.quoteReplacement(inside);
            place.append(inside);
            return "";
        });
        var plain = withoutKind(withoutForm(letters(rest)));
        var whole = plain.startsWith(place.toString()) ? plain : place + plain;
        var brand = without(plain.substring(placeOf(plain)), CHINESE_COMMON);
        return new CompanyName(withoutForm(whole), brand.length() < 2 || isGeneric(brand) ? "" : brand);
    }

    private static CompanyName foreign(String text) {
        var words = new ArrayList<>(NO_LETTERS
                .splitAsStream(APOSTROPHES.matcher(text).replaceAll(""))
                .filter(w -> !w.isEmpty())
                .toList());
        while (words.size() > 1 && FORMS.contains(words.getLast())) words.removeLast();
        if (words.size() > 1 && words.getFirst().equals("the")) words.removeFirst();
        var brand = String.join(
                "",
                words.stream()
                        .filter(w -> !TRADES.contains(w) && !PARTS.contains(w))
                        .toList());
        return new CompanyName(String.join("", words), brand.length() < 3 ? "" : brand);
    }

    /** How many characters of a name are the place it begins with; never all of them. */
    private static int placeOf(String text) {
        for (int length = Math.min(LONGEST_PLACE, text.length() - 1); length > 1; length--) {
            if (PLACES.contains(text.substring(0, length))) return length;
        }
        return 0;
    }

    /** 上海市云帆 → 上海云帆. */
    private static String withoutKind(String text) {
        int place = placeOf(text);
        if (place == 0) return text;
        for (var kind : KINDS_OF_PLACE) {
            if (text.startsWith(kind, place)) return text.substring(0, place) + text.substring(place + kind.length());
        }
        return text;
    }

    private static String withoutForm(String text) {
        return without(text, CHINESE_FORMS);
    }

    /** Takes endings away again and again, but never everything. The 公司 of a 分公司 is no ending. */
    private static String without(String text, Set<String> endings) {
        var rest = text;
        for (int at = 1; at < rest.length() && !endings.contains(rest); at++) {
            var ending = rest.substring(at);
            if (!endings.contains(ending)) continue;
            if (ending.equals("公司") && CHINESE_PARTS.stream().anyMatch(rest::endsWith)) break;
            rest = rest.substring(0, at);
            at = 0;
        }
        return rest;
    }

    private static String letters(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split(" ")));
    }
}
