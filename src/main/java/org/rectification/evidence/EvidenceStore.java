package org.rectification.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.rectification.refusal.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence in the database, in pieces: a file is never held in memory as a whole, neither coming nor going. */
@Service
public class EvidenceStore {

    /** Files that belong to a task but to none of its rounds, such as those of an extension; rounds begin with 1. */
    public static final int OUTSIDE_ROUNDS = 0;

    private static final int CHUNK = 256 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final String COLUMNS = "select id, task_number, round, file_name, kind, size, sha256, uploaded_by, uploaded_at, measure from ledger.evidence ";

    private final JdbcClient jdbc;
    private final EvidenceSettings settings;
    private final Clock clock;

    EvidenceStore(JdbcClient jdbc, EvidenceSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A file on its way in; {@code open} may be called twice, {@code size} in bytes. */
    public interface Upload {
        String fileName();

        long size();

        InputStream open() throws IOException;
    }

    /**
     * Stores all of them or none. Whether the round is still open and the task has such a measure is the caller's to know.
     *
     * @param measure null where the files show no single measure
     */
    @Transactional
    public List<EvidenceFile> file(String taskNumber, int round, Integer measure, String by, List<Upload> uploads) {
        if (uploads.isEmpty()) throw Refusal.ofInput("file", "请选择要上传的文件");
        if (uploads.size() > settings.maxFiles()) throw Refusal.ofInput("file", "一次最多上传" + settings.maxFiles() + "份文件，现有" + uploads.size() + "份");
        long room = settings.maxRound().toBytes() - manifest(taskNumber, round).files().stream().mapToLong(EvidenceFile::size).sum();
        for (Upload upload : uploads) {
            requireSize(upload);
            room -= upload.size();
        }
        if (room < 0) throw Refusal.tooLarge("本轮佐证材料合计不能超过" + settings.maxRound().toMegabytes() + " MB，请压缩或删去部分文件");
        return uploads.stream().map(upload -> store(taskNumber, round, measure, by, upload)).toList();
    }

    /** Files that belong to no task; to what else, their caller remembers. */
    @Transactional
    public List<EvidenceFile> fileOutsideTasks(String by, List<Upload> uploads) {
        return file(null, OUTSIDE_ROUNDS, null, by, uploads);
    }

    /** Those of these ids that there are, oldest first. */
    public List<EvidenceFile> all(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : jdbc.sql(COLUMNS + "where id in (:ids) order by id").param("ids", ids).query(EvidenceFile.class).list();
    }

    private void requireSize(Upload upload) {
        if (upload.size() == 0) throw Refusal.ofInput("file", "“" + upload.fileName() + "”是空文件");
        if (upload.size() > settings.maxFile().toBytes()) {
            throw Refusal.tooLarge("“" + upload.fileName() + "”超过" + settings.maxFile().toMegabytes() + " MB，请压缩或拆分后再上传");
        }
    }

    private EvidenceFile store(String taskNumber, int round, Integer measure, String by, Upload upload) {
        String name = plainName(upload.fileName());
        try {
            FileKind kind;
            try (InputStream content = new BufferedInputStream(upload.open())) {
                kind = FileKind.of(name, content);
            }
            LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
            GeneratedKeyHolder key = new GeneratedKeyHolder();
            jdbc.sql("""
                    insert into ledger.evidence (task_number, round, file_name, kind, size, sha256, uploaded_by, uploaded_at, measure)
                    values (?, ?, ?, ?, ?, '', ?, ?, ?)""")
                    .params(taskNumber, round, name, kind.name(), upload.size(), by, now, measure).update(key, "id");
            long id = key.getKeyAs(Long.class);
            String sha256 = storeContent(id, upload);
            jdbc.sql("update ledger.evidence set sha256 = ? where id = ?").params(sha256, id).update();
            return new EvidenceFile(id, taskNumber, round, name, kind, upload.size(), sha256, by, now, measure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String storeContent(long id, Upload upload) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream content = new DigestInputStream(upload.open(), digest)) {
            int ordinal = 0;
            for (byte[] piece = content.readNBytes(CHUNK); piece.length > 0; piece = content.readNBytes(CHUNK)) {
                jdbc.sql("insert into ledger.evidence_chunk (evidence_id, ordinal, bytes) values (?, ?, ?)").params(id, ordinal++, piece).update();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Browsers may send a path; control characters and what file systems forbid become underscores. */
    private static String plainName(String sent) {
        String name = sent == null ? "" : sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1).strip().replaceAll("[\\p{Cntrl}<>:\"|?*]", "_");
        if (name.isEmpty()) throw Refusal.ofInput("file", "上传的文件没有文件名");
        if (name.length() > LONGEST_NAME) throw Refusal.ofInput("file", "文件名最多" + LONGEST_NAME + "字，请改短后再上传");
        return name;
    }

    public Manifest manifest(String taskNumber, int round) {
        return new Manifest(jdbc.sql(COLUMNS + "where task_number = ? and round = ? order by id").params(taskNumber, round).query(EvidenceFile.class).list());
    }

    /** Every round's files, oldest first. */
    public List<EvidenceFile> of(String taskNumber) {
        return jdbc.sql(COLUMNS + "where task_number = ? order by id").param(taskNumber).query(EvidenceFile.class).list();
    }

    /** @throws Refusal UNKNOWN where this task has no such file */
    public EvidenceFile get(String taskNumber, long id) {
        return jdbc.sql(COLUMNS + "where task_number = ? and id = ?").params(taskNumber, id).query(EvidenceFile.class).optional()
                .orElseThrow(() -> Refusal.unknown("任务" + taskNumber + "没有编号为" + id + "的佐证材料"));
    }

    /** Writes the content piece by piece; {@code to} is not closed. */
    public void write(EvidenceFile file, OutputStream to) throws IOException {
        int ordinal = 0;
        for (byte[] piece = piece(file, ordinal); piece != null; piece = piece(file, ++ordinal)) to.write(piece);
    }

    private byte[] piece(EvidenceFile file, int ordinal) {
        return jdbc.sql("select bytes from ledger.evidence_chunk where evidence_id = ? and ordinal = ?").params(file.id(), ordinal)
                .query((row, n) -> row.getBytes(1)).optional().orElse(null);
    }

    /** Whether the stored bytes still give the hash they were filed with. */
    public boolean isUnchanged(EvidenceFile file) {
        MessageDigest digest = Sha256.digest();
        int ordinal = 0;
        for (byte[] piece = piece(file, ordinal); piece != null; piece = piece(file, ++ordinal)) digest.update(piece);
        return HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
    }

    /** Says which measure a file shows, null for none, while its round is open, which is the caller's to know. */
    @Transactional
    public void assign(EvidenceFile file, Integer measure) {
        jdbc.sql("update ledger.evidence set measure = ? where id = ?").params(measure, file.id()).update();
    }

    /** Takes back a file of a round that is still open, which is the caller's to know. */
    @Transactional
    public void takeBack(EvidenceFile file) {
        jdbc.sql("delete from ledger.evidence_chunk where evidence_id = :id").params(Map.of("id", file.id())).update();
        jdbc.sql("delete from ledger.evidence where id = ?").param(file.id()).update();
    }
}
