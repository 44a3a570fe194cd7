namespace ParIndex.Documents.SurveyPapers;

/// <summary>A person drawn, as letters and interview sheets name them.</summary>
/// <param name="Unit">Name of the unit they dealt with.</param>
/// <param name="Number">Number of the case in that unit.</param>
/// <param name="Name">Who is addressed; null: not known.</param>
/// <param name="Phone">Telephone.</param>
/// <param name="Address">Address.</param>
/// <param name="Procedure">The procedure they came for.</param>
/// <param name="Returned">Day on which the result was handed out.</param>
/// <param name="Link">The personal link.</param>
/// <param name="Code">The token as it is typed.</param>
/// <param name="Qr">PNG of the QR code of the link.</param>
public sealed record SurveyLetter(string Unit, int Number, string? Name, string? Phone, string? Address, string Procedure, DateOnly Returned, string Link, string Code, byte[] Qr);

/// <summary>What all letters of a campaign say.</summary>
/// <param name="Asker">Who asks.</param>
/// <param name="Title">The campaign.</param>
/// <param name="Closes">Until when forms are taken, in words.</param>
/// <param name="Site">Where the link leads.</param>
public sealed record SurveyLetterhead(string Asker, string Title, string Closes, string Site);
