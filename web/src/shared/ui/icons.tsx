import {
  ApiOutlined as ApiOutlinedIcon,
  ApartmentOutlined as ApartmentOutlinedIcon,
  AppstoreOutlined as AppstoreOutlinedIcon,
  ArrowDownOutlined as ArrowDownOutlinedIcon,
  ArrowLeftOutlined as ArrowLeftOutlinedIcon,
  ArrowUpOutlined as ArrowUpOutlinedIcon,
  AuditOutlined as AuditOutlinedIcon,
  BankOutlined as BankOutlinedIcon,
  BarChartOutlined as BarChartOutlinedIcon,
  BarsOutlined as BarsOutlinedIcon,
  BellOutlined as BellOutlinedIcon,
  BranchesOutlined as BranchesOutlinedIcon,
  CalendarOutlined as CalendarOutlinedIcon,
  CameraOutlined as CameraOutlinedIcon,
  CaretDownFilled as CaretDownFilledIcon,
  CaretUpFilled as CaretUpFilledIcon,
  CheckOutlined as CheckOutlinedIcon,
  CheckSquareOutlined as CheckSquareOutlinedIcon,
  ClockCircleOutlined as ClockCircleOutlinedIcon,
  CloseOutlined as CloseOutlinedIcon,
  ContactsOutlined as ContactsOutlinedIcon,
  DatabaseOutlined as DatabaseOutlinedIcon,
  DeleteOutlined as DeleteOutlinedIcon,
  DownOutlined as DownOutlinedIcon,
  DownloadOutlined as DownloadOutlinedIcon,
  EditOutlined as EditOutlinedIcon,
  EyeOutlined as EyeOutlinedIcon,
  EllipsisOutlined as EllipsisOutlinedIcon,
  EnvironmentOutlined as EnvironmentOutlinedIcon,
  FileOutlined as FileOutlinedIcon,
  FilterOutlined as FilterOutlinedIcon,
  FormOutlined as FormOutlinedIcon,
  FunnelPlotOutlined as FunnelPlotOutlinedIcon,
  HolderOutlined as HolderOutlinedIcon,
  HomeOutlined as HomeOutlinedIcon,
  ImportOutlined as ImportOutlinedIcon,
  MailOutlined as MailOutlinedIcon,
  KeyOutlined as KeyOutlinedIcon,
  LeftOutlined as LeftOutlinedIcon,
  MenuFoldOutlined as MenuFoldOutlinedIcon,
  MenuOutlined as MenuOutlinedIcon,
  MenuUnfoldOutlined as MenuUnfoldOutlinedIcon,
  MergeOutlined as MergeOutlinedIcon,
  MessageOutlined as MessageOutlinedIcon,
  MoreOutlined as MoreOutlinedIcon,
  PaperClipOutlined as PaperClipOutlinedIcon,
  PhoneOutlined as PhoneOutlinedIcon,
  PicCenterOutlined as PicCenterOutlinedIcon,
  PlusOutlined as PlusOutlinedIcon,
  PushpinFilled as PushpinFilledIcon,
  PushpinOutlined as PushpinOutlinedIcon,
  RightOutlined as RightOutlinedIcon,
  SafetyOutlined as SafetyOutlinedIcon,
  SearchOutlined as SearchOutlinedIcon,
  ShopOutlined as ShopOutlinedIcon,
  SortAscendingOutlined as SortAscendingOutlinedIcon,
  StarFilled as StarFilledIcon,
  StarOutlined as StarOutlinedIcon,
  SwapOutlined as SwapOutlinedIcon,
  TableOutlined as TableOutlinedIcon,
  TagsOutlined as TagsOutlinedIcon,
  TeamOutlined as TeamOutlinedIcon,
  UserDeleteOutlined as UserDeleteOutlinedIcon,
  UploadOutlined as UploadOutlinedIcon,
  UserOutlined as UserOutlinedIcon,
} from '@ant-design/icons';
import type { AntdIconProps } from '@ant-design/icons/lib/components/AntdIcon';
import type { ComponentType } from 'react';

/** Icons say nothing to a screen reader (they would say their English names): the text beside them does. */
const quiet = (Icon: ComponentType<AntdIconProps>) =>
  function QuietIcon(props: AntdIconProps) {
    return <Icon aria-hidden="true" {...props} />;
  };

export const ApartmentOutlined = /* @__PURE__ */ quiet(ApartmentOutlinedIcon);
export const AppstoreOutlined = /* @__PURE__ */ quiet(AppstoreOutlinedIcon);
export const ArrowDownOutlined = /* @__PURE__ */ quiet(ArrowDownOutlinedIcon);
export const ArrowLeftOutlined = /* @__PURE__ */ quiet(ArrowLeftOutlinedIcon);
export const ArrowUpOutlined = /* @__PURE__ */ quiet(ArrowUpOutlinedIcon);
export const AuditOutlined = /* @__PURE__ */ quiet(AuditOutlinedIcon);
export const BankOutlined = /* @__PURE__ */ quiet(BankOutlinedIcon);
export const BarChartOutlined = /* @__PURE__ */ quiet(BarChartOutlinedIcon);
export const BarsOutlined = /* @__PURE__ */ quiet(BarsOutlinedIcon);
export const ApiOutlined = /* @__PURE__ */ quiet(ApiOutlinedIcon);
export const BellOutlined = /* @__PURE__ */ quiet(BellOutlinedIcon);
export const BranchesOutlined = /* @__PURE__ */ quiet(BranchesOutlinedIcon);
export const CalendarOutlined = /* @__PURE__ */ quiet(CalendarOutlinedIcon);
export const CameraOutlined = /* @__PURE__ */ quiet(CameraOutlinedIcon);
export const CaretDownFilled = /* @__PURE__ */ quiet(CaretDownFilledIcon);
export const CaretUpFilled = /* @__PURE__ */ quiet(CaretUpFilledIcon);
export const CheckOutlined = /* @__PURE__ */ quiet(CheckOutlinedIcon);
export const CheckSquareOutlined = /* @__PURE__ */ quiet(CheckSquareOutlinedIcon);
export const ClockCircleOutlined = /* @__PURE__ */ quiet(ClockCircleOutlinedIcon);
export const CloseOutlined = /* @__PURE__ */ quiet(CloseOutlinedIcon);
export const ContactsOutlined = /* @__PURE__ */ quiet(ContactsOutlinedIcon);
export const DatabaseOutlined = /* @__PURE__ */ quiet(DatabaseOutlinedIcon);
export const DeleteOutlined = /* @__PURE__ */ quiet(DeleteOutlinedIcon);
export const DownOutlined = /* @__PURE__ */ quiet(DownOutlinedIcon);
export const DownloadOutlined = /* @__PURE__ */ quiet(DownloadOutlinedIcon);
export const EditOutlined = /* @__PURE__ */ quiet(EditOutlinedIcon);
export const EyeOutlined = /* @__PURE__ */ quiet(EyeOutlinedIcon);
export const EllipsisOutlined = /* @__PURE__ */ quiet(EllipsisOutlinedIcon);
export const EnvironmentOutlined = /* @__PURE__ */ quiet(EnvironmentOutlinedIcon);
export const FileOutlined = /* @__PURE__ */ quiet(FileOutlinedIcon);
export const FilterOutlined = /* @__PURE__ */ quiet(FilterOutlinedIcon);
export const FormOutlined = /* @__PURE__ */ quiet(FormOutlinedIcon);
export const FunnelPlotOutlined = /* @__PURE__ */ quiet(FunnelPlotOutlinedIcon);
export const HolderOutlined = /* @__PURE__ */ quiet(HolderOutlinedIcon);
export const HomeOutlined = /* @__PURE__ */ quiet(HomeOutlinedIcon);
export const ImportOutlined = /* @__PURE__ */ quiet(ImportOutlinedIcon);
export const MailOutlined = /* @__PURE__ */ quiet(MailOutlinedIcon);
export const KeyOutlined = /* @__PURE__ */ quiet(KeyOutlinedIcon);
export const LeftOutlined = /* @__PURE__ */ quiet(LeftOutlinedIcon);
export const MenuFoldOutlined = /* @__PURE__ */ quiet(MenuFoldOutlinedIcon);
export const MenuOutlined = /* @__PURE__ */ quiet(MenuOutlinedIcon);
export const MenuUnfoldOutlined = /* @__PURE__ */ quiet(MenuUnfoldOutlinedIcon);
export const MergeOutlined = /* @__PURE__ */ quiet(MergeOutlinedIcon);
export const MessageOutlined = /* @__PURE__ */ quiet(MessageOutlinedIcon);
export const MoreOutlined = /* @__PURE__ */ quiet(MoreOutlinedIcon);
export const PaperClipOutlined = /* @__PURE__ */ quiet(PaperClipOutlinedIcon);
export const PhoneOutlined = /* @__PURE__ */ quiet(PhoneOutlinedIcon);
export const PicCenterOutlined = /* @__PURE__ */ quiet(PicCenterOutlinedIcon);
export const PlusOutlined = /* @__PURE__ */ quiet(PlusOutlinedIcon);
export const PushpinFilled = /* @__PURE__ */ quiet(PushpinFilledIcon);
export const PushpinOutlined = /* @__PURE__ */ quiet(PushpinOutlinedIcon);
export const RightOutlined = /* @__PURE__ */ quiet(RightOutlinedIcon);
export const SafetyOutlined = /* @__PURE__ */ quiet(SafetyOutlinedIcon);
export const SearchOutlined = /* @__PURE__ */ quiet(SearchOutlinedIcon);
export const ShopOutlined = /* @__PURE__ */ quiet(ShopOutlinedIcon);
export const SortAscendingOutlined = /* @__PURE__ */ quiet(SortAscendingOutlinedIcon);
export const StarFilled = /* @__PURE__ */ quiet(StarFilledIcon);
export const StarOutlined = /* @__PURE__ */ quiet(StarOutlinedIcon);
export const SwapOutlined = /* @__PURE__ */ quiet(SwapOutlinedIcon);
export const TableOutlined = /* @__PURE__ */ quiet(TableOutlinedIcon);
export const TagsOutlined = /* @__PURE__ */ quiet(TagsOutlinedIcon);
export const TeamOutlined = /* @__PURE__ */ quiet(TeamOutlinedIcon);
export const UserDeleteOutlined = /* @__PURE__ */ quiet(UserDeleteOutlinedIcon);
export const UploadOutlined = /* @__PURE__ */ quiet(UploadOutlinedIcon);
export const UserOutlined = /* @__PURE__ */ quiet(UserOutlinedIcon);
