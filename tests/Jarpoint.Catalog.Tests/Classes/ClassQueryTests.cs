using Jarpoint.Catalog.Classes;

namespace Jarpoint.Catalog.Tests.Classes;

public sealed class ClassQueryTests
{
    [Theory]
    [InlineData("Row", "org/apache/spark/sql/Row", true)]
    [InlineData("Row", "Row", true)]
    [InlineData("Row", "org/apache/Rows", false)]
    [InlineData("Row*", "org/apache/Rows", true)]
    [InlineData("org.apache.spark.sql.Row", "org/apache/spark/sql/Row", true)]
    [InlineData("org/apache/spark/sql/Row.class", "org/apache/spark/sql/Row", true)]
    [InlineData("org.apache.spark.sql.Row", "shaded/org/apache/spark/sql/Row", false)]
    [InlineData("org.apache.spark.sql.R*", "org/apache/spark/sql/Row", true)]
    [InlineData("org.apache.spark.sql.*", "org/apache/spark/sql/Row", true)]
    [InlineData("org.apache.spark.*", "org/apache/spark/sql/Row", false)]
    [InlineData("*", "org/apache/spark/sql/Row", false)]
    [InlineData("Outer$Nested", "a/Outer$Nested", true)]
    public void Finds_by_simple_and_qualified_names_and_by_their_beginning(string text, string entry, bool matches)
        => (ClassQuery.TryParse(text)?.Matches(ClassName.Of(entry)) ?? false).ShouldBe(matches);

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData(".")]
    [InlineData("a..B")]
    [InlineData("a.")]
    [InlineData("*Row")]
    [InlineData("a.*.Row")]
    [InlineData("/Row")]
    public void Refuses_what_is_no_name(string text) => ClassQuery.TryParse(text).ShouldBeNull();
}
