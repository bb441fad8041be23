package org.rectification.bulletin;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rectification.refusal.Flaws;

/** 联系方式; each null where there is none. */
public record Contacts(String phone, String mail, String address) {

    private static final Pattern MAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int FEWEST_DIGITS = 5;

    /** Nobody reaches anybody at what is no number and no address of its kind. */
    void check(Flaws flaws) {
        if (phone != null && phone.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) flaws.add("phone", "联系电话“" + phone + "”不像电话号码，请写明区号和号码，如 0533-1234567");
        if (mail != null && !MAIL.matcher(mail).matches()) flaws.add("mail", "电子邮箱“" + mail + "”不是有效的邮箱地址，应如 xxx@xxx.gov.cn");
    }

    /** Whether these stay as they are, or are only completed where they do not suffice. */
    boolean mayBecome(Contacts later) {
        return equals(later) || !suffice() && keeps(phone, later.phone) && keeps(mail, later.mail) && keeps(address, later.address);
    }

    private static boolean keeps(String value, String later) {
        return value == null || value.equals(later);
    }

    public boolean suffice() {
        return phone != null && (mail != null || address != null);
    }

    /** 联系电话：…, one each; empty where there are none. */
    List<String> lines() {
        return Stream.of(labelled("联系电话", phone), labelled("电子邮箱", mail), labelled("通信地址", address)).filter(line -> !line.isEmpty()).toList();
    }

    private static String labelled(String label, String value) {
        return value == null ? "" : label + "：" + value;
    }
}
