package org.rectification.notification;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rectification.organization.Person;

/**
 * A message as its receiver reads it.
 *
 * @param about   the person whose digest it is
 * @param lines   those of the digest that are still worth telling
 * @param baseUrl address of this installation
 */
public record Dispatch(Message message, Person receiver, Person about, List<Digest.Line> lines, URI baseUrl) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");

    /** 整改提醒：已超期2项、即将到期1项（11月23日）. */
    public String subject() {
        return "整改提醒：" + headings().entrySet().stream().filter(heading -> !heading.getKey().equals(Heading.MORE.label()))
                .map(heading -> heading.getKey() + heading.getValue().size() + "项").collect(Collectors.joining("、")) + "（" + DAY.format(message.writtenOn()) + "）";
    }

    public String salutation() {
        return receiver.equals(about) ? about.name() + "，您好：" : receiver.name() + "，您好：以下是" + about.name() + "的提醒。";
    }

    public Map<String, List<Digest.Line>> headings() {
        return lines.stream().collect(Collectors.groupingBy(Digest.Line::heading, LinkedHashMap::new, Collectors.toList()));
    }

    /** Null where there is nothing to open. */
    public String address(Digest.Line line) {
        return line.link() == null ? null : address(line.link());
    }

    public String address(String path) {
        return baseUrl.toString().replaceFirst("/$", "") + path;
    }

    /** What stands beneath, so that whoever gets it twice can tell. */
    public String footer() {
        return "提醒编号 " + message.key() + "，由巡察整改系统自动发出，请勿回复。";
    }
}
