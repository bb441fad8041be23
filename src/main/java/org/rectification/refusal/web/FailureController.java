package org.rectification.refusal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/** What goes wrong before any of our controllers is found, told to programs in the same shape as everything else; browsers get a page. */
@Controller
class FailureController extends BasicErrorController {

    private static final Map<HttpStatus, String> DETAIL = Map.of(HttpStatus.NOT_FOUND, "没有这个地址", HttpStatus.METHOD_NOT_ALLOWED, "这个地址不支持这种操作",
            HttpStatus.PAYLOAD_TOO_LARGE, "上传的文件超过大小限制，请压缩或拆分后再上传", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "提交内容的类型不对", HttpStatus.FORBIDDEN, "您无权访问");

    FailureController(ErrorAttributes attributes, ServerProperties server, ObjectProvider<ErrorViewResolver> views) {
        super(attributes, server.getError(), views.orderedStream().collect(Collectors.toList()));
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        String detail = DETAIL.getOrDefault(status, status.is5xxServerError() ? "系统故障，您的提交没有生效，请稍后再试或联系平台管理员" : "请求的地址、方法或内容不对");
        var problem = RefusalAnswers.problem(status, detail, List.of());
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Map.of("type", problem.getType(), "title", problem.getTitle(),
                "status", problem.getStatus(), "detail", problem.getDetail(), "errors", List.of()));
    }
}
