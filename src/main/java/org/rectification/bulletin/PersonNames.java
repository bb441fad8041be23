package org.rectification.bulletin;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.List;
import java.util.regex.Pattern;

/** Words that are likely names of persons, whoever they are: a guess from the words around them, which misses some. */
final class PersonNames {

    /** What it calls a place or part of a word a name is told by its first or last character. */
    private static final Pattern NAME = Pattern.compile("(?:欧阳|司马|上官|诸葛|["
            + "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤"
            + "任于方常安时齐康易乔洪施柯翁阮童詹聂颜庄艾左岳祝章喻殷葛鲍霍凌盛焦柴车房梅倪温甘曲尚])[\\u4e00-\\u9fa5某]{1,2}"
            + "(?<![区县市镇乡村塘路街巷河江湖桥段站城苑园岩山局校院处队社科组部所铁次将未由楼店厂寺沟坝])");
    private static final Segment SEGMENT = HanLP.newSegment().enableNameRecognize(true).enableCustomDictionary(false);

    private PersonNames() {}

    /** In the order of the text, with where they stand. */
    static List<Term> in(String text) {
        return SEGMENT.seg(text).stream().filter(term -> term.nature.startsWith("nr") && NAME.matcher(term.word).matches()).toList();
    }
}
