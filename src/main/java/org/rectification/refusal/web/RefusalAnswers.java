package org.rectification.refusal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Turns what went wrong into RFC 9457 answers in Chinese for callers of /api. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RefusalAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswers.class);

    private static final Map<Refusal.Kind, HttpStatus> STATUS = Map.of(Refusal.Kind.INPUT, HttpStatus.BAD_REQUEST, Refusal.Kind.NOT_YOURS, HttpStatus.FORBIDDEN,
            Refusal.Kind.UNKNOWN, HttpStatus.NOT_FOUND, Refusal.Kind.RULE, HttpStatus.CONFLICT, Refusal.Kind.TOO_LARGE, HttpStatus.PAYLOAD_TOO_LARGE,
            Refusal.Kind.WRONG_FILE_TYPE, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    private static final Map<HttpStatus, String> TITLE = Map.of(HttpStatus.BAD_REQUEST, "填写有误", HttpStatus.FORBIDDEN, "无权办理", HttpStatus.NOT_FOUND, "没有找到",
            HttpStatus.CONFLICT, "不符合规则", HttpStatus.PAYLOAD_TOO_LARGE, "文件过大", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "文件类型不符",
            HttpStatus.UNAUTHORIZED, "请先登录", HttpStatus.METHOD_NOT_ALLOWED, "不支持的操作", HttpStatus.INTERNAL_SERVER_ERROR, "系统故障");

    public static HttpStatus statusOf(Refusal refusal) {
        return STATUS.get(refusal.kind());
    }

    public static ProblemDetail problem(HttpStatus status, String detail, List<Refusal.Flaw> flaws) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(TITLE.getOrDefault(status, "无法办理"));
        problem.setProperty("errors", flaws);
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return answer(statusOf(refusal), refusal.getMessage(), refusal.flaws());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        return answer(HttpStatus.BAD_REQUEST, "提交的内容不是有效的 JSON，或有项目的类型不对", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e) {
        return answer(HttpStatus.BAD_REQUEST, "“" + e.getName() + "”的格式不对", List.of(new Refusal.Flaw(null, e.getName(), "格式不对")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, "上传的文件超过大小限制，请压缩或拆分后再上传", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenUpload(MultipartException e) {
        return answer(HttpStatus.BAD_REQUEST, "上传没有完成或格式不对，请重新上传", List.of());
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ResponseEntity<ProblemDetail> raced(Exception e, HttpServletRequest request) {
        LOG.info("{} {} lost a race or broke a constraint: {}", request.getMethod(), request.getRequestURI(), e.getClass().getSimpleName());
        return answer(HttpStatus.CONFLICT, "同一事项刚刚有人改动，您的提交没有生效，请刷新后再看", List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse framework) {
            HttpStatusCode code = framework.getStatusCode();
            HttpStatus status = HttpStatus.valueOf(code.value());
            return answer(status, "请求的地址、方法或内容不对：" + request.getMethod() + " " + request.getRequestURI(), List.of());
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "系统故障，您的提交没有生效，请稍后再试或联系平台管理员", List.of());
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String detail, List<Refusal.Flaw> flaws) {
        return ResponseEntity.status(status).header("Content-Type", "application/problem+json").body(problem(status, detail, flaws));
    }
}
