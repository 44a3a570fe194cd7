using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Words of the verbs demo and serve.</summary>
internal static class ServingText
{
    public static Text Demo { get; } = new(
        "Tính thành phố mẫu (Hải Phòng 2021, số liệu minh họa) và mở cổng công bố trên máy này.",
        "Computes the sample city (Hải Phòng 2021, illustrative figures) and opens the portal on this machine.");

    public static Text Serve { get; } = new("Phục vụ các kết quả đã công bố trong một cơ sở dữ liệu.", "Serves the releases of a database.");

    public static Text Computing { get; } = new("Đang tính thành phố mẫu…", "Computing the sample city…");

    public static Text Data { get; } = new("Tệp SQLite chứa các kết quả đã công bố.", "SQLite file with the releases.");

    public static Text Urls { get; } = new("Địa chỉ lắng nghe, cách nhau bằng dấu chấm phẩy.", "Addresses to listen on, separated by semicolons.");

    public static Text Hosts { get; } = new(
        "Tên máy mà yêu cầu được phép nêu, cách nhau bằng dấu chấm phẩy; bỏ trống: mọi tên.",
        "Host names that requests may name, separated by semicolons; none: any.");

    public static Text Address { get; } = new(
        "Địa chỉ công khai của cổng, dùng cho mã QR; bỏ trống: theo yêu cầu.", "The portal's public address, for QR codes; none: as requested.");

    public static Text City { get; } = new(
        "Máy chủ đăng nhập OpenID Connect của thành phố, https://…; bí mật của ứng dụng ở biến môi trường PARINDEX_CITY_SECRET.",
        "The city's OpenID Connect server, https://…; the client's secret is read from PARINDEX_CITY_SECRET.");

    public static Text CityClient { get; } = new("Mã ứng dụng đã đăng ký ở máy chủ đó.", "The client id registered there.");

    public static Text CityName { get; } = new("Tên nút đăng nhập của thành phố.", "What the button of the city's sign-in says.");

    public static Text CitySecondFactor { get; } = new(
        "Giá trị amr hoặc acr chứng tỏ đã xác thực hai bước ở đó, cách nhau bằng dấu chấm phẩy; bỏ trống: luôn hỏi bước hai ở đây.",
        "Values of amr or acr that prove a second factor there, separated by semicolons; none: it is always asked here.");

    public static Text BadCity { get; } = new(
        "Ghi địa chỉ https của máy chủ đăng nhập ở --city và mã ứng dụng ở --city-client.", "Give the https address of the sign-in server in --city and the client id in --city-client.");

    public static Text Proxies { get; } = new(
        "Địa chỉ IP của máy chủ trung gian được tin về địa chỉ người dùng và https, cách nhau bằng dấu chấm phẩy; máy này luôn được tin.",
        "IP addresses of reverse proxies whose word on clients' addresses and https is taken, separated by semicolons; this machine always is.");

    public static Text BadProxy { get; } = new("Không phải địa chỉ IP.", "Not an IP address.");

    public static Text Metrics { get; } = new(
        "Cổng chỉ trên máy này phục vụ số đo (/metrics, dạng Prometheus); bỏ trống: không.", "Port on this machine alone that serves metrics (/metrics, Prometheus); none: not served.");

    public static Text Mail { get; } = new(
        "Máy chủ thư, ví dụ smtp://nguoidung@may:587; mật khẩu đặt trong biến PARINDEX_MAIL_PASSWORD.",
        "Mail server, such as smtp://user@host:587; its password in the variable PARINDEX_MAIL_PASSWORD.");

    public static Text MailFrom { get; } = new("Địa chỉ người gửi.", "Sender's address.");

    public static Text BadMail { get; } = new(
        "--mail phải có dạng smtp://[người dùng@]máy[:cổng] (smtp+plain:// chỉ cho máy này) và cần --mail-from.",
        "--mail must be smtp://[user@]host[:port] (smtp+plain:// for this machine alone) and needs --mail-from.");

    public static Text Files { get; } = new(
        "Thư mục tệp minh chứng; bỏ trống: cạnh tệp SQLite.", "Folder of evidence files; none: beside the SQLite file.");

    public static Text Clamd { get; } = new(
        "Trình quét mã độc clamd, dạng máy[:cổng]; bỏ trống: tệp hiện với ghi chú chưa quét.", "The clamd virus scanner as host[:port]; none: files are shown as not scanned.");

    public static Text BadClamd { get; } = new("--clamd phải có dạng máy hoặc máy:cổng.", "--clamd must be host or host:port.");

    public static Text BadPort { get; } = new("--port phải từ 1 đến 65535.", "--port must be from 1 to 65535.");

    public static Text NoSample { get; } = new(
        "Không tìm thấy thành phố mẫu. Chạy lệnh từ thư mục mã nguồn.", "The sample city was not found. Run the command from the source folder.");

    public static Text NoData { get; } = new(
        "Không có tệp này. Kiểm tra đường dẫn sau --data.", "There is no such file. Check the path after --data.");

    public static Text BadUrl { get; } = new(
        "Không phải địa chỉ http hoặc https. Ví dụ đúng: http://127.0.0.1:5080.", "Not an http or https address. Example: http://127.0.0.1:5080.");

    public static Text Port(int usual) => new($"Cổng lắng nghe, mặc định {usual}.", $"Port to listen on, {usual} unless said otherwise.");

    public static Text PortBusy(int port) => new(
        $"Cổng {port} đang được chương trình khác dùng. Chọn cổng khác bằng --port, hoặc dừng chương trình kia.",
        $"Port {port} is in use by another program. Choose another with --port, or stop that program.");

    public static Text Ready(string address, double seconds)
    {
        var time = Words.Number((decimal)seconds, 1, 1);
        return new($"Mở {address} trong trình duyệt (sẵn sàng sau {time.Vi} giây; dừng bằng Ctrl+C).",
            $"open {address} in a browser (ready after {time.En} s; stop with Ctrl+C)");
    }

    public static Text Serving(string address) => new($"Đang phục vụ tại {address} (dừng bằng Ctrl+C).", $"serving at {address} (stop with Ctrl+C)");
}
