package zhanggui.customers;

import static zhanggui.choices.Choice.of;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhanggui.choices.ChoiceList;

/** The values a company starts with. */
@Configuration(proxyBeanMethods = false)
class CustomerChoices {
    static final String INDUSTRIES = "industries";
    static final String SOURCES = "sources";

    @Bean
    ChoiceList industries() {
        return ChoiceList.of(
                INDUSTRIES,
                of("technology", "科技", "Technology"),
                of("software", "软件与信息服务", "Software"),
                of("telecommunications", "通信", "Telecommunications"),
                of("manufacturing", "制造", "Manufacturing"),
                of("construction", "建筑", "Construction"),
                of("energy", "能源", "Energy"),
                of("finance", "金融", "Finance"),
                of("medical", "医疗", "Medical"),
                of("education", "教育", "Education"),
                of("government", "政府与公共事业", "Government"),
                of("retail", "零售", "Retail"),
                of("food", "食品与餐饮", "Food"),
                of("logistics", "物流", "Logistics"),
                of("marketing", "营销与广告", "Marketing"),
                of("entertainment", "文化娱乐", "Entertainment"),
                of("services", "服务", "Services"),
                of("employment", "人力资源", "Employment"),
                of("other", "其他", "Other"));
    }

    @Bean
    ChoiceList sources() {
        return ChoiceList.of(
                SOURCES,
                of("referral", "转介绍", "Referral"),
                of("website", "官网", "Website"),
                of("exhibition", "展会", "Exhibition"),
                of("advertising", "广告", "Advertising"),
                of("cold-call", "电话开发", "Cold call"),
                of("partner", "合作伙伴", "Partner"),
                of("tender", "招投标", "Tender"),
                of("other", "其他", "Other"));
    }
}
