package zhanggui.bench.data;

/** The words invented names are put together from. */
final class Words {
    static final String[] SURNAMES =
            split("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕");
    static final String[] GIVEN = split(
            "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 文博 子涵 浩然 雨桐 思远 嘉怡 梓萱 宇航 欣妍 俊熙 诗雨 天佑 晓彤 志强 建国 海燕 春梅 立新 书瑶 景行");
    static final String[] PLACES =
            split("北京/北京市 上海/上海市 天津/天津市 重庆/重庆市 广州/广东省 深圳/广东省 珠海/广东省 东莞/广东省 佛山/广东省 惠州/广东省 杭州/浙江省 宁波/浙江省"
                    + " 温州/浙江省 嘉兴/浙江省 绍兴/浙江省 南京/江苏省 苏州/江苏省 无锡/江苏省 常州/江苏省 南通/江苏省 徐州/江苏省 合肥/安徽省 福州/福建省 厦门/福建省"
                    + " 泉州/福建省 南昌/江西省 济南/山东省 青岛/山东省 烟台/山东省 潍坊/山东省 郑州/河南省 洛阳/河南省 武汉/湖北省 长沙/湖南省 成都/四川省 绵阳/四川省"
                    + " 贵阳/贵州省 昆明/云南省 西安/陕西省 兰州/甘肃省 太原/山西省 石家庄/河北省 沈阳/辽宁省 大连/辽宁省 长春/吉林省 哈尔滨/黑龙江省 南宁/广西 海口/海南省");
    /** Any two of them make a brand; none is the end of a place, a trade or a legal form. */
    static final String BRAND =
            "云帆晨曦岚澄禾朗湛逸霖泓皓翊珩瑾瑜琅璟玥栩桐楠榕樾槿沐淇沅潇澜瀚灏煜烨焱炜焕熠鸿鹏鹤鸾麒麟骏骁驰骋翱翔凌霄穹苍昊旻晟昱晖暄曜朔望弦星辰斗衡岳崇峻嵘巍崧岑岱泰恒永誉弘毅端睿哲颖慧敏捷锐钧铎锦铭鑫铄钰琛琪瑞祥祺禄禧福佑嘉懿淑";

    static final String[] TRADES = split(
            "科技/technology 软件/software 电子/technology 电气/manufacturing 智能/technology 通信/telecommunications 贸易/retail 商贸/retail"
                    + " 实业/manufacturing 机械/manufacturing 设备/manufacturing 工程/construction 建筑/construction 医疗/medical 药业/medical 生物/medical"
                    + " 食品/food 物流/logistics 教育/education 传媒/entertainment 环保/energy 能源/energy 新材料/manufacturing 汽车/manufacturing 咨询/services 文化/entertainment");
    static final String[] FORMS = split("有限公司 有限公司 有限公司 股份有限公司 有限责任公司");
    static final String[] SYLLABLES = split(
            "yun fan chen xi lan cheng he lang zhan yi lin hong hao heng jin yu jing xu tong nan rong mu qi yuan xiao han ye wei huan peng lu ling qiong cang min sheng hui xuan yao shuo wang xing dou yue song tai yong");
    static final String[] TRADES_EN = split("Technology Software Systems Trading Industrial Solutions");
    static final String[] TITLES = split("总经理 采购经理 采购总监 技术总监 财务总监 生产厂长 项目经理 设备主管 信息中心主任 研发工程师");
    static final String[] DEPARTMENTS = split("采购部 技术部 财务部 生产部 信息中心 研发中心 行政部");
    static final String[] ROLES = split("DECIDES INFLUENCES USES EVALUATES BUYS GATEKEEPER");
    static final String[] SOURCES = split("referral website exhibition advertising cold-call partner tender other");
    static final String[] LOSSES = split("price competitor no-budget no-decision product-fit timing no-contact other");
    static final String[] TAGS = split("重点 年度框架 老客户介绍 样板 需回访 集团采购");
    static final String[] DISTRICTS = split("东城区 西城区 高新区 开发区 新区 工业园区 城北区 城南区 滨江区 临港区");
    static final String[] STREETS = split("长青路 望江路 科创大道 丰收街 学府路 临港一路 双桥路 松柏街 明月路 云台路 青石巷 港湾大道");
    static final String[] COMPETITORS = split("北辰仪表 远景控制 同芯测控 洛克森 海德曼");
    static final String[] PURPOSES = split("采购项目 扩建项目 年度框架 改造项目 试点项目 二期项目 更新项目");
    static final String[] STEPS = split("发送报价 安排演示 约见决策人 确认技术参数 寄送样品 催促合同审批 回访使用情况 邀请参观工厂");
    static final String[] KINDS = split("CALL CALL CALL VISIT MEETING MESSAGE MESSAGE EMAIL");
    static final String[] SAID = {
        "电话沟通了需求，对方希望下周收到正式报价，预算大致已经批下来，主要关心交付周期和安装调试由谁负责。",
        "上门拜访，见到了采购经理和使用部门，现场看了旧设备，对方认可方案，但要求与另外两家比较之后再定。",
        "开会讨论技术参数，客户的工程师提出三处修改，量程要加大，接口改为标准型号，我方三天内回复可行性。",
        "发消息提醒合同条款的修改意见，对方法务还在看，估计周四之前能给答复，付款方式基本同意。",
        "邮件发送了产品资料与案例，对方转给了研发中心，请我们安排一次线上演示，最好能带上应用工程师。",
        "回访使用情况，运行正常，对方有意增购两台用于新产线，年底前立项，明年第一季度采购。",
        "客户暂缓了项目，等集团的预算批复，约定下个月初再联系，同时对比了我们和竞争对手的价格。",
    };
    static final String[] TASKS = split("回访客户 准备报价 寄送样品 预约拜访 跟进合同 整理需求 确认付款 发送资料");
    static final String[] REGIONS = split("华东大区 华南大区 华北大区 华中大区 西南大区 西北大区 东北大区 海外大区 大客户部");
    static final String[] SERIES = split("流量 压力 温度 液位 分析");
    static final String[] GRADES = split("LOW MIDDLE HIGH");

    private Words() {}

    private static String[] split(String text) {
        return text.split(" ");
    }
}
