using Engagement.Host.Printing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Host.Tests;

public sealed class WhatPrintingLeaves
{
    [Fact]
    public async Task What_a_killed_process_left_goes_with_the_next_printing_and_what_is_in_use_stays()
    {
        var left = Directory.CreateTempSubdirectory("engagement-print-").FullName;
        var used = Directory.CreateTempSubdirectory("engagement-print-").FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "page.html"), "<p>What somebody said");
        Directory.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));

        (await new ChromiumPrinter("false", NullLogger<ChromiumPrinter>.Instance).PrintAsync("<p>", DateTimeOffset.UnixEpoch, default)).ShouldBeNull();

        Directory.Exists(left).ShouldBeFalse();
        Directory.Exists(used).ShouldBeTrue();
        Directory.Delete(used);
    }
}
