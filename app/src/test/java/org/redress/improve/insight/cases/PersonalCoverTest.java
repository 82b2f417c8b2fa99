package org.redress.improve.insight.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.ground.party.Blackout;

@Tag("S8.4")
class PersonalCoverTest {

    private static final PersonalCover COVER = new PersonalCover(
            "CN", List.of(Blackout.of(List.of("周建平", "13912345678", "枫林路12号3栋501室")), Blackout.of(List.of("林晓岚"))));
    private static final PersonalCover ENGLISH = new PersonalCover("US", List.of());

    @ParameterizedTest(name = "{0}: {1} is gone")
    @CsvSource(
            delimiter = '|',
            value = {
                "周建平家的宽带断了|周建平",
                "请打139 1234 5678找我|1234",
                "电话１３８００１３８０００随时能接|００１３",
                "座机0571-8812 3456没有声音|3456",
                "手机一三八零零一三八零零零打不通|一三八",
                "我叫曹正科，宽带断了三天|曹正科",
                "我是欧阳明珠，住在南湖|欧阳",
                "林晓岚答应今天来，没人来|林晓岚",
                "王师傅来过一次，没修好|王",
                "上次是李建国师傅来的|李建国",
                "由陈志强和王芳上门检查|陈志强",
                "由陈志强和王芳上门检查|王芳",
                "邻居刘大海也断了|刘大海",
                "户主：诸葛青云|诸葛",
                "报修人买买提·艾力说没信号|艾力",
                "身份证330106198503120022办的|330106",
                "身份证号33010619850312002X|002X",
                "账号：gd88213456，密码abc123|88213456",
                "账号：gd88213456，密码abc123|abc123",
                "微信号zhou_jp88，加我|zhou_jp88",
                "工单号20261130-0042催了两次|0042",
                "银行卡6222 0212 0200 1234 567被扣款|6222",
                "尾号5678的卡被扣了|5678",
                "车牌浙A12B45停在机房门口|12B45",
                "邮箱zhou.jp@163.com收不到账单|163.com",
                "发到zhou[at]qq[dot]com也没回|zhou",
                "住枫林路12号3栋2单元501室|12号",
                "住枫林路12号3栋2单元501室|501",
                "住枫林路12号3栋2单元501室|2单元",
                "石桥镇老街村三组断网|三组",
                "紫金花园8幢1-502没网|502",
                "地址是河东区1-2-501|1-2-501",
                "生日1985-03-12办的卡|1985",
            })
    void a_person_is_not_left_in_a_chinese_sentence(String text, String personal) {
        assertThat(COVER.over(text)).doesNotContain(personal).contains(Blackout.COVER);
    }

    @ParameterizedTest(name = "{0}: {1} is gone")
    @CsvSource(
            delimiter = '|',
            value = {
                "My name is John Smith and my internet is down|Smith",
                "my name is john smith, no dial tone|smith",
                "This is Mary-Ann O'Neill calling again|Neill",
                "Mr. Kowalczyk promised a visit|Kowalczyk",
                "I spoke with Jennifer Alvarez twice|Alvarez",
                "The technician Dwayne came late|Dwayne",
                "Regards, Thomas P. Anderson|Anderson",
                "Call me at (301) 555-0147 after six|555",
                "Call 301.555.0147 now|0147",
                "+44 20 7946 0958 rings out|7946",
                "Account number 8495-7410-0234 was billed|8495",
                "Order #A99X7 never came|A99X7",
                "Confirmation no. 77KD21 was useless|77KD21",
                "SSN 219-09-9999 was on the form|219-09",
                "Write to jane.doe+bills@example.co.uk please|jane.doe",
                "I live at 1428 Elm Street, Apt 4B|1428",
                "I live at 1428 Elm Street, Apt 4B|4B",
                "service at 12 north oak ave is down|north oak",
                "the box at unit 17 is wet|unit 17",
                "P.O. Box 2214 is where bills go|2214",
                "Abingdon, MD 21009 has no service|21009",
                "my IP is 73.162.14.9 since then|73.162",
                "password hunter2 was read out loud|hunter2",
                "ask for Priya at the shop|Priya",
            })
    void a_person_is_not_left_in_an_english_sentence(String text, String personal) {
        assertThat(ENGLISH.over(text)).doesNotContain(personal).contains(Blackout.COVER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "昨晚8点多宽带就断了，光猫红灯一直闪。这个月第二次，上次修了快三天，在家办公不能再拖。",
                "11月账单多出一项36.50元，短信里看不懂是什么费用，请逐项说明。",
                "办的是1000兆宽带，晚上测速只有500Mbps，和宣传不一样。",
                "2026年11月3号报修，答应的48小时早过了，固话还是没有声音。",
                "2026-11-30 12:09断的，地铁2号线施工挖断了光缆。",
                "安装师傅周一没来，高速宽带白天也慢，马上要过年了，应该退费。",
                "客服解释不清楚，相关部门也没人管，从来没有这样过。",
                "一下雨网就断，师傅说分光箱进水，什么时候能彻底修好？",
                "枫林路和石桥镇都断网，方便的话请安排人来。",
                "Internet has been out for 3 days on the whole road and the router light is red",
                "They charged me $129.99 instead of $59.99 on 2015-04-22",
                "Only 30 Mbps of 1000Mbps at night, 300GB usage cap",
                "Waited 4 hours at the shop, nobody came in 2 weeks on the street",
            })
    void what_a_failure_is_told_by_stays(String text) {
        assertThat(COVER.over(text)).isEqualTo(text);
        assertThat(ENGLISH.over(text)).isEqualTo(text);
    }

    @Test
    void a_place_is_kept_down_to_the_road_and_no_further() {
        assertThat(Doors.place("枫林路")).isEqualTo("枫林路");
        assertThat(Doors.place("河东区枫林路12号3栋501室")).isEqualTo("河东区枫林路");
        assertThat(Doors.place("North")).isEqualTo("North");
    }

    @Test
    void nothing_comes_of_nothing() {
        assertThat(COVER.over("")).isEmpty();
    }
}
