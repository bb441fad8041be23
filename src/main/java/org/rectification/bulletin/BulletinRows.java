package org.rectification.bulletin;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface BulletinRows extends CrudRepository<Bulletin, String> {

    List<Bulletin> findByCaseNumberOrderByOrdinal(String caseNumber);

    List<Bulletin> findByStatusOrderBySubmittedAt(BulletinStatus status);

    /** The last one that says how its office can be reached. */
    Optional<Bulletin> findFirstByPhoneNotNullOrderByFrozenAtDesc();

    default Optional<Bulletin> find(String caseNumber, int ordinal) {
        return findById(Bulletin.key(caseNumber, ordinal));
    }
}
