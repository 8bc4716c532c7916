namespace Engagement.Host;

/// <summary>Secrets that are given as files, as container platforms do, instead of in the environment.</summary>
internal static class SecretFiles
{
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public static string Read(string file, string setting)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"{setting} names the file '{file}', which cannot be read: {problem.Message}", problem);
        }
    }
}
