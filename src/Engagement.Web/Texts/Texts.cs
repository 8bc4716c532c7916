namespace Engagement.Web;

/// <summary>
/// The words of the pages. English is in the pages themselves and is the key; each further language is a file beside this one, <c>Texts.pl.resx</c> for
/// Polish, which any translation tool opens. A text that a language lacks is shown in English.
/// </summary>
public sealed class Texts;
