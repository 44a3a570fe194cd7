namespace ParIndex.SampleCity;

/// <summary>README.md of the two folders: what is real and what is not.</summary>
public static class ReadmeText
{
    public const string Year2021 = """
        # Hải Phòng 2021: thành phố mẫu / the sample city

        **SỐ LIỆU MINH HỌA.** Chỉ những điều sau là thật, theo thông tin công bố Quyết định số 903/QĐ-UBND ngày 28/3/2022
        (Cổng tin tức thành phố Hải Phòng, 30/3/2022):

        - tên 35 đơn vị, ba nhóm xếp hạng (20 sở, ban, ngành; 7 quận; 8 huyện), năm đầu xếp hạng riêng quận và huyện;
        - Sở Giao thông vận tải 95,98; Thanh tra thành phố 93,00; Sở Thông tin và Truyền thông 92,57, giữ ba vị trí đầu như năm 2020;
        - quận Dương Kinh 91,26; quận Ngô Quyền 91,07; quận Hồng Bàng và quận Hải An cùng hạng 3;
        - huyện Tiên Lãng, Thủy Nguyên, Kiến Thụy dẫn đầu khối huyện và trên 90; trung bình 15 quận, huyện 86,91, tăng 2,21;
        - mức độ hài lòng: 10 sở trên 90 %, 10 sở dưới (năm 2020: 15 trên); 11 quận, huyện trên, 4 dưới (năm 2020: 6 trên);
          bảy sở trên 90 % cả hai năm.

        Mọi số liệu khác (điểm các đơn vị còn lại, số liệu đầu vào, lượt chấm, lý do, tài liệu kiểm chứng, từng phiếu khảo sát, phân loại
        người đứng đầu) do `tools/SampleCity` tạo ra với một hạt giống cố định, sao cho tính từ dưới lên đúng những điều đã công bố.
        Không phải số liệu của cơ quan nào; không dùng để đánh giá đơn vị hay người nào. Bộ chỉ số dùng ở đây cũng là bản minh họa.

        **ILLUSTRATIVE FIGURES.** Only what is listed above is real (units, groups, published results, with the source named). Everything
        else was made by `tools/SampleCity` with a fixed seed so that the computation from the leaves up gives exactly the published facts.
        It describes no office and no person.

        Make it again / Tạo lại: `dotnet run --project tools/SampleCity`

        """;

    public const string Year2020 = """
        # Hải Phòng 2020: chỉ có tổng điểm / totals only

        **SỐ LIỆU MINH HỌA.** Của năm 2020 chỉ biết, theo thông tin công bố Quyết định số 903/QĐ-UBND ngày 28/3/2022
        (Cổng tin tức thành phố Hải Phòng, 30/3/2022): ba đơn vị dẫn đầu khối sở, ban, ngành; trung bình 84,70 của 15 quận, huyện
        (suy ra: 86,91 − 2,21); 15 sở và 6 quận, huyện có mức độ hài lòng trên 90 %; bảy sở trên 90 % cả năm 2020 và 2021; quận và huyện
        xếp hạng chung. Điểm và mức độ hài lòng của từng đơn vị trong `totals.csv` là minh họa, sao cho đúng những điều đó.

        **ILLUSTRATIVE FIGURES.** Of 2020 only the facts above are known; each unit's figures in `totals.csv` are made up so that they hold.

        Make it again / Tạo lại: `dotnet run --project tools/SampleCity`

        """;

    public const string Year2025 = """
        # Hải Phòng 2025: năm đầu của chính quyền hai cấp / the first year of two-tier government

        **SỐ LIỆU MINH HỌA.** Thật, theo Thời báo Tài chính Việt Nam, Lao Động, Thương hiệu và Pháp luật: số đơn vị (14 sở, ngành; 45 phường; 68 xã,
        đặc khu); tên và điểm có nguồn trong `units.csv` (cột `source` bắt đầu bằng S) của các đơn vị dẫn đầu và cuối từng khối; thứ hạng 4 và 5 của
        phường Ngô Quyền, phường Lê Chân, xã Gia Lộc, xã Phú Thái (điểm không công bố); 10 phường từ 93 điểm; mức độ hài lòng trung bình của từng khối
        (93,95; 92,26; 91,87) và cao nhất của từng khối (Sở Công Thương 96,86; phường Hồng Bàng 98,30; xã Khúc Thừa Dụ 97,98). Mức 92,67 chung toàn thành
        phố đã công bố không phải là trung bình đơn giản của 127 đơn vị và không tính lại được từ các số ở đây.

        Minh họa: mọi đơn vị mang số thứ tự, thứ hạng của Sở Công Thương và xã Khúc Thừa Dụ, mọi điểm và mức độ hài lòng khác, và nguồn gốc của đơn vị mang
        số thứ tự. `predecessors` nối với các đơn vị của năm 2021: sở hợp nhất ngày 01/3/2025; quận, huyện chấm dứt ngày 01/7/2025 và địa bàn chia cho
        nhiều phường, xã, nên không đơn vị nào của năm 2025 được so sánh thẳng với một quận, huyện. Một phần địa bàn năm 2025 trước đó thuộc tỉnh Hải Dương và
        không có trong các kỳ trước ở đây.

        **ILLUSTRATIVE FIGURES.** Real: what is listed above, with its source. Numbered units and every other figure are made up between the published ones.

        Make it again / Tạo lại: `dotnet run --project tools/SampleCity`

        """;
}
