package org.rectification.bulletin;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 联系方式; each null where there is none. */
public record Contacts(String phone, String mail, String address) {

    static final Contacts NONE = new Contacts(null, null, null);

    boolean suffice() {
        return phone != null && (mail != null || address != null);
    }

    /** Empty where there are none. */
    String sentence() {
        return Stream.of(labelled("联系电话", phone), labelled("电子邮箱", mail), labelled("通信地址", address)).filter(line -> !line.isEmpty()).collect(Collectors.joining("；"));
    }

    private static String labelled(String label, String value) {
        return value == null ? "" : label + "：" + value;
    }
}
