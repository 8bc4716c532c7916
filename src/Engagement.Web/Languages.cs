using System.Globalization;

namespace Engagement.Web;

public static class Languages
{
    /// <summary>A language's English name for its code, or the code itself when it is not known.</summary>
    public static string Name(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }
}
