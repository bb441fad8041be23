package org.rectification.deadlines;

import org.rectification.bulletin.BulletinTodos;
import org.rectification.notification.Matter;
import org.rectification.organization.Person;
import org.springframework.stereotype.Component;

/** A bulletin that waits for the leading group: settled once one of it has decided. */
@Component
class BulletinMatter implements Matter {

    private final BulletinTodos bulletins;

    BulletinMatter(BulletinTodos bulletins) {
        this.bulletins = bulletins;
    }

    @Override
    public String kind() {
        return "bulletin";
    }

    @Override
    public boolean concerns(String reference, Person person) {
        return bulletins.of(person).stream().anyMatch(each -> each.bulletin().bulletinKey().equals(reference));
    }
}
