import { Route, Router } from "@solidjs/router";
import { type Component, lazy } from "solid-js";
import { render } from "solid-js/web";
import { Shell } from "./parts/shell.tsx";
import { registerServiceWorker } from "./register-service-worker.ts";

const page = <Name extends string>(load: () => Promise<Record<Name, Component>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

const Home = page(() => import("./pages/home/index.tsx"), "HomePage");
const Lab = page(() => import("./pages/lab/index.tsx"), "LabPage");
const Join = page(() => import("./pages/join/index.tsx"), "JoinPage");
const NewCourse = page(() => import("./pages/new-course/index.tsx"), "NewCoursePage");
const Recover = page(() => import("./pages/recover/index.tsx"), "RecoverPage");
const Me = page(() => import("./pages/me/index.tsx"), "MePage");
const Teach = page(() => import("./pages/teach/index.tsx"), "TeachPage");
const Erased = page(() => import("./pages/erased/index.tsx"), "ErasedPage");
const People = page(() => import("./pages/people/index.tsx"), "PeoplePage");
const SignIn = page(() => import("./pages/sign-in/index.tsx"), "SignInPage");
const Board = page(() => import("./pages/board/index.tsx"), "BoardPage");
const Boards = page(() => import("./pages/boards/index.tsx"), "BoardsPage");
const Runs = page(() => import("./pages/runs/index.tsx"), "RunsPage");
const Homework = page(() => import("./pages/homework/index.tsx"), "HomeworkPage");
const HomeworkSettings = page(() => import("./pages/homework-settings/index.tsx"), "HomeworkSettingsPage");
const Records = page(() => import("./pages/records/index.tsx"), "RecordsPage");
const HomeworkEdit = page(() => import("./pages/homework-edit/index.tsx"), "HomeworkEditPage");
const Grades = page(() => import("./pages/grades/index.tsx"), "GradesPage");
const GradePart = page(() => import("./pages/grading/part-page.tsx"), "GradePartPage");
const GradeStudent = page(() => import("./pages/grading/student-page.tsx"), "GradeStudentPage");
const MyGrade = page(() => import("./pages/my-grade/index.tsx"), "MyGradePage");
const Flags = page(() => import("./pages/flags/index.tsx"), "FlagsPage");
const Report = page(() => import("./pages/report/index.tsx"), "ReportPage");
const Submission = page(() => import("./pages/report/submission.tsx"), "SubmissionPage");
const Run = page(() => import("./pages/run/index.tsx"), "RunPage");
const NotFound = page(() => import("./pages/not-found/index.tsx"), "NotFoundPage");

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no element with id app");

render(
  () => (
    <Router root={Shell}>
      <Route path="/" component={Home} />
      <Route path="/lab" component={Lab} />
      <Route path={["/join", "/join/:code"]} component={Join} />
      <Route path="/new" component={NewCourse} />
      <Route path="/recover" component={Recover} />
      <Route path="/c/:course/me" component={Me} />
      <Route path="/c/:course/teach" component={Teach} />
      <Route path="/erased" component={Erased} />
      <Route path="/c/:course/people" component={People} />
      <Route path="/c/:course/homework" component={HomeworkSettings} />
      <Route path="/c/:course/records" component={Records} />
      <Route path="/c/:course/homework/edit" component={HomeworkEdit} />
      <Route path="/c/:course/grades" component={Grades} />
      <Route path="/c/:course/grades/parts/:part" component={GradePart} />
      <Route path="/c/:course/grades/students/:handle" component={GradeStudent} />
      <Route path="/c/:course/grade" component={MyGrade} />
      <Route path="/c/:course/flags" component={Flags} />
      <Route path="/sign-in" component={SignIn} />
      <Route path="/c/:course/hw" component={Homework} />
      <Route path="/c/:course/hw/report" component={Report} />
      <Route path="/c/:course/submissions/:id" component={Submission} />
      <Route path="/c/:course/board" component={Board} />
      <Route path="/c/:course/boards" component={Boards} />
      <Route path="/c/:course/runs" component={Runs} />
      <Route path="/r/:token" component={Run} />
      <Route path="*" component={NotFound} />
    </Router>
  ),
  root,
);

registerServiceWorker();
