namespace Tests.Shared;

/// <summary>The answer is not what the scenario said it should be.</summary>
public sealed class ScenarioException : Exception
{
    private const int LongestContent = 4000;

    internal ScenarioException(HttpRequestMessage request, ScenarioResult result, IEnumerable<string> wrong)
        : base($"""
            {request.Method} {request.RequestUri}
            {string.Join('\n', wrong)}
            The answer was {result.StatusCode} {result.MediaType}:
            {Shorten(result.ReadAsText())}
            """)
    {
    }

    private static string Shorten(string content) => content.Length <= LongestContent ? content : content[..LongestContent] + " …";
}
