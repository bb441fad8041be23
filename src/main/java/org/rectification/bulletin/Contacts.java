package org.rectification.bulletin;

import java.util.List;
import java.util.stream.Stream;

/** 联系方式; each null where there is none. */
public record Contacts(String phone, String mail, String address) {

    boolean suffice() {
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
