using Microsoft.EntityFrameworkCore;

namespace GraphQL.Tests.Library;

/// <summary>The archive in PostgreSQL, as Entity Framework maps it of its own accord.</summary>
internal sealed class ArchiveContext(DbContextOptions<ArchiveContext> options) : DbContext(options)
{
    public DbSet<Work> Works => Set<Work>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Work>().Navigation(work => work.Press).AutoInclude();
        modelBuilder.Entity<Work>().Navigation(work => work.Reprint).AutoInclude();
        modelBuilder.Entity<Work>().HasMany(work => work.Loans).WithOne().HasForeignKey("WorkId");
    }
}
