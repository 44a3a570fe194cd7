using System.Net;

namespace ParIndex.Web.Access;

/// <summary>The last resort: a plain page in both languages when even a page cannot be made. Tells nothing of the inside.</summary>
internal static class Trouble
{
    public static Task WriteAsync(HttpContext context, HttpStatusCode status)
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync("""
            <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Trang tạm thời chưa xem được</title>
            <h1>Trang tạm thời chưa xem được</h1><p>Hệ thống gặp sự cố khi làm trang này. Xin thử lại sau ít phút.</p>
            <p lang="en">This page cannot be shown at the moment. Please try again in a few minutes.</p>
            <p><a href="/">Về trang chủ</a></p></html>
            """, context.RequestAborted);
    }
}
