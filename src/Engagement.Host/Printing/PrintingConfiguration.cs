using Engagement.EvidencePacks;

namespace Engagement.Host.Printing;

/// <summary>What prints pages as PDF: Chromium, as Debian has it. Where there is none, pages print from the reader's own browser.</summary>
internal static class PrintingConfiguration
{
    private const string Option = "Pdf:Chromium";
    private const string None = "none";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <exception cref="StartupException">The program that is named is not there.</exception>
    public static void AddPrinting(this IServiceCollection services, IConfiguration configuration)
    {
        if (Find(configuration[Option]) is { } program)
            services.AddSingleton<IPagePrinter>(provider => new ChromiumPrinter(program, provider.GetRequiredService<ILogger<ChromiumPrinter>>()));
    }

    private static string? Find(string? named) => named switch
    {
        None => null,
        { Length: > 0 } => File.Exists(named)
            ? named
            : throw new StartupException($"{Option} is '{named}', and there is no such program. Say where Chromium is, or '{None}' to do without PDF."),
        _ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists),
    };
}
