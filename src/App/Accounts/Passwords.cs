namespace ParIndex.App.Accounts;

/// <summary>What a password must be: long rather than odd, and not what anybody would try first.</summary>
public static class Passwords
{
    public const int Least = 12;

    /// <summary>The password, checked.</summary>
    public static string Required(string? given, string email, string field = "Password")
    {
        if (given is null || given.Length < Least || given.Length > 200)
            throw Invalid(field, $"Mật khẩu cần từ {Least} đến 200 ký tự; một câu ngắn dễ nhớ là tốt nhất.", $"A password has {Least} to 200 characters; a short sentence is best.");
        if (given.Distinct().Count() < 5 || given.Contains(email.Split('@')[0], StringComparison.OrdinalIgnoreCase)
            || given.Contains("123456", StringComparison.Ordinal) || given.Contains("password", StringComparison.OrdinalIgnoreCase) || given.Contains("matkhau", StringComparison.OrdinalIgnoreCase))
            throw Invalid(field, "Mật khẩu quá dễ đoán: không dùng tên thư, dãy số liền nhau hoặc vài ký tự lặp lại.", "The password is too easy to guess: not the name of the address, numbers in a row or a few characters repeated.");
        return given;
    }

    private static RefusedException Invalid(string field, string vi, string en) => new(Refusal.Invalid(field, new(vi, en)));
}
