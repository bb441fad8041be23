package org.rectification.refusal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.rectification.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what went wrong on a page into a Chinese page, or into a notice on the open page where only a part of it was asked for. */
@ControllerAdvice(annotations = Controller.class)
@Order(0)
class RefusalPages {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPages.class);

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return answer(RefusalAnswers.statusOf(refusal), refusal.getMessage(), request, response);
    }

    @ExceptionHandler
    ModelAndView noSuchAddress(MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.NOT_FOUND, null, request, response);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, "上传的文件超过大小限制，请压缩或拆分后再上传", request, response);
    }

    @ExceptionHandler
    ModelAndView brokenUpload(MultipartException e, HttpServletRequest request, HttpServletResponse response) {
        return answer(HttpStatus.BAD_REQUEST, "上传没有完成或格式不对，请重新上传", request, response);
    }

    @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
    ModelAndView raced(Exception e, HttpServletRequest request, HttpServletResponse response) {
        LOG.info("{} {} lost a race or broke a constraint: {}", request.getMethod(), request.getRequestURI(), e.getClass().getSimpleName());
        return answer(HttpStatus.CONFLICT, "同一事项刚刚有人改动，您的提交没有生效，请刷新后再看", request, response);
    }

    private static ModelAndView answer(HttpStatus status, String reason, HttpServletRequest request, HttpServletResponse response) {
        boolean partOfPage = request.getHeader("HX-Request") != null;
        if (partOfPage) {
            response.setHeader("HX-Retarget", "#notice");
            response.setHeader("HX-Reswap", "innerHTML show:window:top");
        }
        ModelAndView answer = new ModelAndView(partOfPage ? "layout :: notice" : "error", status);
        answer.addObject("status", status.value());
        answer.addObject("reason", reason);
        return answer;
    }
}
