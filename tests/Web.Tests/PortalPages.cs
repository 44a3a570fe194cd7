namespace ParIndex.Web.Tests;

/// <summary>One address of every kind of page.</summary>
public static class PortalPages
{
    public static IReadOnlyList<string> Vietnamese { get; } =
    [
        "/", "/ket-qua", "/ket-qua/2021/so-ban-nganh", "/ket-qua/2021/quan", "/ket-qua/2021/huyen", "/ket-qua/2021/quan?theo=linh-vuc",
        "/ket-qua/2021/quan/bang-nhiet", "/ket-qua/2021/dau-hieu-khao-sat", "/don-vi", "/don-vi?tim=khong+co+gi", "/don-vi/so-noi-vu", "/don-vi/so-noi-vu/2021/1.1.4",
        "/don-vi/so-noi-vu/2020", "/tieu-chi", "/theo-nam", "/theo-nam?khoi=quan&xem=hang", "/cong-bo", "/cong-bo/903-qd-ubnd",
        "/phuong-phap", "/du-lieu", "/du-lieu/api", "/tro-nang", "/tim-kiem", "/tim-kiem?q=diem+cchc+ngo+quyen+2021",
        "/hai-long/2021", "/hai-long/2020", "/so-sanh", "/so-sanh?nam=2021&dv=so-noi-vu&dv=so-tai-chinh&dv=so-tu-phap", "/so-sanh?nam=2021&dv=so-noi-vu&dv=quan-ngo-quyen",
        "/ket-qua/2021/quan/mat-diem", "/lap-bang", "/lap-bang?ban=903-qd-ubnd&khoi=quan&muc=tieu-chi&do=ty-le", "/phuong-phap/903-qd-ubnd", "/dinh-chinh", "/lich-cong-bo", "/quyen-rieng-tu", "/ban-do",
    ];

    public static TheoryData<string> All { get; } = [.. Vietnamese, .. Vietnamese.Select(page => "/en" + page.TrimEnd('/'))];
}
